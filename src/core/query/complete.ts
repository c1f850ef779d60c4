import { GatewaylensError } from '../errors';
import {
  DEFAULT_KIND,
  isQueryKind,
  queryTypes,
  type Query,
  type QueryKind,
  type QueryOf,
} from './kinds/queries';
import { migrate } from './migrate';
import type { QueryType } from './model';

/** A query in which every variable, list and field is still as stored; Grafana adds fields of its own. */
export type StoredQuery = Partial<Omit<Query, 'kind'>> & { readonly kind?: string };

/**
 * A stored query brought up to date, with defaults for what it leaves out; not checked further.
 * @param forAlert whether it is an alert rule’s
 * @throws GatewaylensError for a kind or a version that this plugin does not know
 */
export function completeQuery(stored: StoredQuery, forAlert = false): Query {
  const { kind = DEFAULT_KIND } = stored;
  if (!isQueryKind(kind)) {
    throw new GatewaylensError('query-kind-unknown', {
      kind: typeof kind === 'string' ? kind.slice(0, 100) : typeof kind,
      kinds: Object.keys(queryTypes).join(', '),
    });
  }
  return { ...defaultsOf(kind, forAlert), ...migrate(stored), kind } as Query;
}

/** A new query of this kind. */
export function defaultsOf(kind: QueryKind, forAlert: boolean): Query {
  const { defaults, inAlerts }: Pick<QueryType<Query>, 'defaults' | 'inAlerts'> = queryTypes[kind];
  return { ...defaults, ...(forAlert ? inAlerts : {}) } as Query;
}

/** One line for lists of queries. */
export function describeQuery(query: Query): string {
  const { describe } = queryTypes[query.kind] as { describe: (query: Query) => string };
  return describe(query);
}
