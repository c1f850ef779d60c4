import { z } from 'zod';
import { GatewaylensError } from '../errors';
import { completeQuery, type StoredQuery } from './complete';
import { kindOf, kinds } from './kinds';
import type { Query } from './kinds/queries';

/** The schema of each kind of query, complete with all its fields. */
export const querySchemas = Object.fromEntries(
  Object.entries(kinds).map(([kind, { fields }]) => [kind, z.object({ kind: z.literal(kind), ...fields })]),
);

/**
 * A stored query, migrated and checked; fields left out take their defaults.
 * @throws GatewaylensError naming the field
 */
export function parseQuery(stored: unknown): Query {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) {
    throw new GatewaylensError('query-unreadable');
  }
  const query = completeQuery(stored as StoredQuery);
  const { kind } = query;
  const parsed = z.object({ kind: z.literal(kind), ...kindOf(query).fields }).safeParse(query);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new GatewaylensError('query-field-invalid', {
      path: issue?.path.join('.') ?? '',
      problem: issue?.message ?? 'unknown',
    });
  }
  return parsed.data as unknown as Query;
}
