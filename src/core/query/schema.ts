import * as z from 'zod';
import { closest, probablyMeant } from '../closest';
import { pathOf } from '../closest-schema';
import { asGatewaylensError, GatewaylensError } from '../errors';
import type { Catalogue } from '../scenarios';
import { together } from '../together';
import { unknownScenarios } from '../unknown-scenario';
import { completeQuery, type StoredQuery } from './complete';
import { anyFields, rowDimension } from './fields';
import { isGrafanaField } from './grafana-fields';
import { kinds } from './kinds';
import type { Query, QueryKind } from './kinds/queries';
import type { ValuesQuery } from './values';

/** The schema of each kind of query, complete with all its fields. */
export const querySchemas = Object.fromEntries(
  Object.entries(kinds).map(([kind, { fields }]) => [kind, z.object({ kind: z.literal(kind), ...fields })]),
) as unknown as Readonly<Record<QueryKind, z.ZodObject>>;

/** A query may keep fields of another kind: the editor does when the kind is changed. */
const knownFields = ['kind', ...new Set(Object.values(kinds).flatMap(({ fields }) => Object.keys(fields)))];

/** Where values are counted, and which; without the range. */
export const valuesSchema = z.strictObject({
  dimension: rowDimension,
  where: anyFields.where.default([]),
  search: z.string().max(200).default(''),
  limit: z.int().min(1).max(1000).default(100),
}) satisfies z.ZodType<ValuesQuery>;

export interface QueryReading {
  /** Whether it is an alert rule’s. */
  readonly forAlert?: boolean;
  /** The catalogue that its scenarios have to be in, where that is known. */
  readonly catalogue?: Catalogue;
}

/**
 * A stored query, migrated and checked; fields left out take their defaults.
 * @throws GatewaylensError naming every field that is wrong
 */
export function parseQuery(stored: unknown, reading: QueryReading = {}): Query {
  const read = readQuery(stored, reading);
  if ('problems' in read) {
    throw together(read.problems.map(({ error }) => error));
  }
  return read.query;
}

export interface QueryProblem {
  readonly path: readonly (string | number)[];
  readonly error: GatewaylensError;
}

/** A stored query, or all that is wrong with it: field by field, those that nobody knows first. */
export function readQuery(
  stored: unknown,
  { forAlert = false, catalogue }: QueryReading = {},
): { readonly query: Query } | { readonly problems: readonly QueryProblem[] } {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) {
    return { problems: [{ path: [], error: new GatewaylensError('query-unreadable') }] };
  }
  let query: Query;
  try {
    query = completeQuery(stored as StoredQuery, forAlert);
  } catch (problem) {
    return { problems: [{ path: ['kind'], error: asGatewaylensError(problem) }] };
  }
  const parsed = querySchemas[query.kind].safeParse(query);
  const wrong = (parsed.error?.issues ?? []).map((issue) => problemOf(issue, query));
  const problems = [...unknownIn(stored), ...wrong, ...(catalogue ? notInForce(query, catalogue) : [])];
  return parsed.success && problems.length === 0 ? { query: parsed.data as unknown as Query } : { problems };
}

/** A query may keep those of another kind, which say nothing. */
function notInForce(query: Query, { scenarios }: Catalogue): readonly QueryProblem[] {
  const named = 'scenarios' in querySchemas[query.kind].shape && 'scenarios' in query ? query.scenarios : [];
  const ids = Array.isArray(named) ? named.filter((id) => typeof id === 'string') : [];
  return unknownScenarios(ids, scenarios).map(({ i, error }) => ({ path: ['scenarios', i], error }));
}

function problemOf(issue: z.core.$ZodIssue, query: Query): QueryProblem {
  const path = pathOf(issue);
  const isWrongField = issue.code === 'unrecognized_keys';
  const problem = `${issue.message}${isWrongField ? '' : textAt(path, query, issue.message)}`;
  return { path, error: new GatewaylensError('query-field-invalid', { path: path.join('.'), problem }) };
}

/** The text that stands in place of a word or a number, which may be what a variable stood for. */
function textAt(path: QueryProblem['path'], query: Query, said: string): string {
  const inside = (value: unknown, part: string | number) => (value as Record<string, unknown> | undefined)?.[part];
  const value = path.reduce<unknown>(inside, query);
  return typeof value === 'string' && value.length <= 100 && !said.includes(`“${value}”`) ? `; it is “${value}”` : '';
} // prettier-ignore

/** Who has more of them has something else than a query. */
const MOST_UNKNOWN = 20;

/** Fields that neither a kind of query nor Grafana knows. */
function unknownIn(stored: object): readonly QueryProblem[] {
  const fields = Object.keys(stored).filter((name) => !knownFields.includes(name) && !isGrafanaField(name));
  return fields.slice(0, MOST_UNKNOWN).map((field) => {
    const meant = closest(field, knownFields);
    const error = new GatewaylensError('query-field-unknown', {
      field: field.slice(0, 100),
      closest: probablyMeant(meant),
    });
    return { path: [field], error };
  });
}
