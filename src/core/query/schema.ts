import * as z from 'zod';
import { closest } from '../closest';
import { GatewaylensError } from '../errors';
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

/**
 * A stored query, migrated and checked; fields left out take their defaults.
 * @throws GatewaylensError naming the field
 */
export function parseQuery(stored: unknown): Query {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) {
    throw new GatewaylensError('query-unreadable');
  }
  const query = completeQuery(stored as StoredQuery);
  refuseUnknown(stored);
  const parsed = querySchemas[query.kind].safeParse(query);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new GatewaylensError('query-field-invalid', {
      path: issue?.path.map(String).join('.') ?? '',
      problem: issue?.message ?? 'unknown',
    });
  }
  return parsed.data as unknown as Query;
}

/** @throws GatewaylensError for a field that neither a kind of query nor Grafana knows */
function refuseUnknown(stored: object): void {
  const field = Object.keys(stored).find((name) => !knownFields.includes(name) && !isGrafanaField(name));
  if (field !== undefined) {
    const meant = closest(field, knownFields);
    throw new GatewaylensError('query-field-unknown', {
      field: field.slice(0, 100),
      closest: meant === undefined ? '' : `; “${meant}” is probably meant`,
    });
  }
}
