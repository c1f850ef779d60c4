/** All kinds of query, as far as editors need to know them. */
import { breakdownQuery, type BreakdownQuery } from './breakdown/query';
import { connectionFailuresQuery, type ConnectionFailuresQuery } from './connection-failures/query';
import { episodesQuery, type EpisodesQuery } from './episodes/query';
import { failuresQuery, type FailuresQuery } from './failures/query';
import { freshnessQuery, type FreshnessQuery } from './freshness/query';
import { kqlQuery, type KqlQuery } from './kql/query';
import { scenarioSeriesQuery, type ScenarioSeriesQuery } from './scenario-series/query';
import { taxonomyQuery, type TaxonomyQuery } from './taxonomy/query';
import { timingQuery, type TimingQuery } from './timing/query';

export type Query =
  | ScenarioSeriesQuery
  | TaxonomyQuery
  | TimingQuery
  | ConnectionFailuresQuery
  | BreakdownQuery
  | FailuresQuery
  | EpisodesQuery
  | FreshnessQuery
  | KqlQuery;
export type QueryKind = Query['kind'];
export type QueryOf<K extends QueryKind> = Extract<Query, { readonly kind: K }>;

export const queryTypes = {
  'scenario-series': scenarioSeriesQuery,
  taxonomy: taxonomyQuery,
  timing: timingQuery,
  'connection-failures': connectionFailuresQuery,
  breakdown: breakdownQuery,
  failures: failuresQuery,
  episodes: episodesQuery,
  freshness: freshnessQuery,
  kql: kqlQuery,
} as const;

export const DEFAULT_KIND = 'scenario-series';

export function isQueryKind(kind: unknown): kind is QueryKind {
  return typeof kind === 'string' && Object.hasOwn(queryTypes, kind);
}
