/** What all kinds of query have in common, as the editor writes it and dashboards, alert rules and provisioned files store it. */
import type { RowDimensionId } from '../plan';
import type { Family, Outcome } from '../scenarios';

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
  readonly dimension: RowDimensionId;
  readonly op: 'in' | 'notIn';
  readonly values: readonly string[];
}

interface AnyQuery {
  readonly version: typeof QUERY_VERSION;
  /** Which requests the query is about at all. */
  readonly where: readonly Filter[];
}

/** Which failures a query is about. */
export interface FailureChoice extends AnyQuery {
  /** Ids to show; with none given in either list, all of them. */
  readonly scenarios: readonly string[];
  readonly families: readonly Family[];
  /** Which requests count as failures: those that failed, and those whose error a policy or a retry hid. */
  readonly outcomes: readonly Exclude<Outcome, 'succeeded'>[];
}

export type { AnyQuery };

export const anyDefaults: AnyQuery = { version: QUERY_VERSION, where: [] };
export const choiceDefaults: FailureChoice = {
  ...anyDefaults,
  scenarios: [],
  families: [],
  outcomes: ['failed'],
};

/** A kind of query, as far as editors need to know it. */
export interface QueryType<Q extends AnyQuery & { readonly kind: string }> {
  readonly title: string;
  /** What it shows, for the editor. */
  readonly description: string;
  readonly defaults: Q;
  /** Defaults of an alert rule’s query, where they are others. */
  readonly inAlerts?: Partial<Q>;
  /** One line for lists of queries. */
  readonly describe: (query: Q) => string;
}

/** The chosen scenarios in words. */
export function describeChoice({ scenarios, families }: FailureChoice): string {
  return [...scenarios, ...families].join(', ') || 'all';
}
