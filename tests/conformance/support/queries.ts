/** Queries of every kind with their options, and the plans that they make. */
import { kindOf, type QueryContext } from '../../../src/core/query/kinds';
import { queryTypes, type Query, type QueryKind } from '../../../src/core/query';
import type { Plan, TimeRange } from '../../../src/core/plan';
import { builtinCatalogue } from '../../../src/core/scenarios';
import { hostileTexts } from './random';

/** What a query says besides its defaults. */
export type Change = { readonly kind: QueryKind } & Readonly<Record<string, unknown>>;

export const hostileValues = hostileTexts.filter(({ length }) => length < 100);
const oneHost = [{ dimension: 'backendHost', op: 'in', values: ['a.example'] }];
const otherHosts = [{ dimension: 'backendHost', op: 'notIn', values: ['a.example', ''] }];
const hostileOperations = [{ dimension: 'operation', op: 'notIn', values: hostileValues }];

export const changes: Readonly<Record<string, Change>> = {
  'series, defaults': { kind: 'scenario-series' },
  'series, of five minutes': { kind: 'scenario-series', step: '5m', outcomes: ['failed', 'masked'] },
  'series, a window': { kind: 'scenario-series', result: 'window', splitBy: 'service' },
  'series, places of a window': { kind: 'scenario-series', result: 'window', splitBy: 'service', severities: ['critical'], places: 'api' },
  'series, shares of an API': { kind: 'scenario-series', as: 'share', splitBy: 'api', step: '1h' },
  'series, rates of families': { kind: 'scenario-series', as: 'rate', by: 'family', families: ['backend-connection', 'access'] },
  'series, masked': { kind: 'scenario-series', outcomes: ['masked'], scenarios: ['backend-timeout'] },
  'series, split by status': { kind: 'scenario-series', splitBy: 'status', where: otherHosts },
  'series, split by phase': { kind: 'scenario-series', splitBy: 'disconnectPhase', scenarios: ['client-disconnected'] },
  'series, hostile values': { kind: 'scenario-series', splitBy: 'operation', where: hostileOperations },
  'taxonomy, defaults': { kind: 'taxonomy' },
  'taxonomy, of one family': { kind: 'taxonomy', families: ['backend-connection'], previous: false, outcomes: ['failed', 'masked'] },
  'taxonomy, of one host': { kind: 'taxonomy', where: oneHost },
  'timing, over time': { kind: 'timing', step: '10m' },
  'timing, of failures by scenario': { kind: 'timing', requests: 'failed', per: 'scenario' },
  'timing, of hosts': { kind: 'timing', per: 'backendHost' },
  'timing, of operations': { kind: 'timing', per: 'operation', where: otherHosts },
  'connection failures': { kind: 'connection-failures' },
  'connection failures, of some hosts': { kind: 'connection-failures', step: '1h', where: otherHosts },
  'breakdown by API': { kind: 'breakdown' },
  'breakdown by first reason': { kind: 'breakdown', by: 'firstErrorReason', outcomes: ['failed', 'masked'] },
  'breakdown by operation': { kind: 'breakdown', by: 'operation', scenarios: ['backend-dns-failure', 'jwt-missing'] },
  'newest failures': { kind: 'failures' },
  'newest failures with query strings': { kind: 'failures', queryStrings: true, limit: 7, format: 'logs', outcomes: ['failed', 'masked'] },
  episodes: { kind: 'episodes' },
  'episodes of one scenario': { kind: 'episodes', step: '1m', scenarios: ['backend-dns-failure'] },
  freshness: { kind: 'freshness' },
}; // prettier-ignore

export const queryOf = (change: Change): Query =>
  ({ ...queryTypes[change.kind].defaults, ...change }) as Query;

export const contextOf = (range: TimeRange): QueryContext => ({
  catalogue: builtinCatalogue,
  range,
  maxDataPoints: 0,
  forAlert: false,
  now: range.to,
});

export function plansOf(change: Change, range: TimeRange): readonly Plan[] {
  const query = queryOf(change);
  return kindOf(query).plans(query, contextOf(range));
}
