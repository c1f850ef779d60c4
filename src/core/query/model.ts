/** The query that the editor writes and dashboards, alert rules and provisioned files store. */
import type { DimensionId } from '../plan';
import type { Outcome } from '../scenarios';

/** Number of this model; `migrate` brings older ones up. */
export const QUERY_VERSION = 1;

export const steps = {
  '10s': 10_000,
  '30s': 30_000,
  '1m': 60_000,
  '2m': 120_000,
  '5m': 300_000,
  '10m': 600_000,
  '15m': 900_000,
  '30m': 1_800_000,
  '1h': 3_600_000,
  '2h': 7_200_000,
  '3h': 10_800_000,
  '6h': 21_600_000,
  '12h': 43_200_000,
  '1d': 86_400_000,
} as const;
export type Step = keyof typeof steps;

/** A condition on a dimension; several of them all hold. */
export interface Filter {
  readonly dimension: DimensionId;
  readonly op: 'in' | 'notIn';
  readonly values: readonly string[];
}

/** Failures by scenario or family, over time or for the whole range. */
export interface ScenarioSeriesQuery {
  readonly kind: 'scenario-series';
  readonly version: typeof QUERY_VERSION;
  readonly by: 'scenario' | 'family';
  /** Ids to show; with none given in either list, all of them. */
  readonly scenarios: readonly string[];
  readonly families: readonly string[];
  /** Which requests count. */
  readonly outcomes: readonly Exclude<Outcome, 'succeeded'>[];
  readonly where: readonly Filter[];
  readonly splitBy: DimensionId | null;
  /** Requests, requests per second, or share of all requests (0 to 1). */
  readonly as: 'count' | 'rate' | 'share';
  readonly step: Step | 'auto';
  /** A series over time, or one value for the whole range as alert rules need it. */
  readonly result: 'series' | 'window';
  /** The most series to show; the rest is added up as “other”. */
  readonly top: number;
}

export type Query = ScenarioSeriesQuery;

/** A query in which every variable, list and field is still as stored; Grafana adds fields of its own. */
export type StoredQuery = Partial<Query> & { readonly kind?: string };

export const defaultQuery: Query = {
  kind: 'scenario-series',
  version: QUERY_VERSION,
  by: 'scenario',
  scenarios: [],
  families: [],
  outcomes: ['failed'],
  where: [],
  splitBy: null,
  as: 'count',
  step: 'auto',
  result: 'series',
  top: 20,
};
