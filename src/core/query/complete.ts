import { amount } from '../amount';
import { closest, probablyMeant } from '../closest';
import { EMPTY } from '../empty-value';
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
import type { Filter, QueryType } from './model';

/** A query in which every variable, list and field is still as stored; Grafana adds fields of its own. */
export type StoredQuery = Partial<Omit<Query, 'kind'>> & { readonly kind?: string };

/**
 * A stored query brought up to date, with defaults for what it leaves out; not checked further.
 * @param forAlert whether it is an alert rule’s
 * @throws GatewaylensError for a newer version, which may have kinds that this one does not know, or else an unknown kind
 */
export function completeQuery(stored: StoredQuery, forAlert = false): Query {
  const migrated = migrate(stored);
  const { kind = DEFAULT_KIND } = stored;
  if (!isQueryKind(kind)) {
    throw unknownKind(kind);
  }
  return { ...defaultsOf(kind, forAlert), ...migrated, kind } as Query;
}

function unknownKind(kind: unknown): GatewaylensError {
  const known = Object.keys(queryTypes);
  const meant = typeof kind === 'string' ? closest(kind, known) : undefined;
  return new GatewaylensError('query-kind-unknown', {
    kind: typeof kind === 'string' ? kind.slice(0, 100) : typeof kind,
    closest: probablyMeant(meant),
    kinds: known.join(', '),
  });
}

/** A new query of this kind. */
export function defaultsOf(kind: QueryKind, forAlert: boolean): Query {
  const { defaults, inAlerts }: Pick<QueryType<Query>, 'defaults' | 'inAlerts'> = queryTypes[kind];
  return { ...defaults, ...(forAlert ? inAlerts : {}) } as Query;
}

/** One line for lists of queries. */
export function describeQuery(query: Query): string {
  const { describe } = queryTypes[query.kind] as { describe: (query: Query) => string };
  return [describe(query), ...query.where.filter(({ values }) => values.length > 0).map(inWords)].join(', ');
}

/** A few of the values: a filter may have hundreds. */
const TOLD = 3;

function inWords({ dimension, op, values }: Filter): string {
  const more = values.length - TOLD;
  const told = values.slice(0, TOLD).map((value) => value || EMPTY);
  const parts = [...told, ...(more > 0 ? [`${amount(more)} more`] : [])];
  return op === 'notIn' ? `${dimension} ≠ ${parts.join(' and ')}` : `${dimension} = ${parts.join(' or ')}`;
}
