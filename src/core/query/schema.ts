import { z } from 'zod';
import { GatewaylensError } from '../errors';
import { dimensions, type DimensionId } from '../plan';
import { families } from '../scenarios';
import { migrate } from './migrate';
import { defaultQuery, QUERY_VERSION, steps, type Query, type Step } from './model';

const kinds = ['scenario-series'] as const;
const dimensionId = z.enum(dimensions.map(({ id }) => id) as [DimensionId, ...DimensionId[]]);
/** The classification is chosen by `scenarios`, `families` and `outcomes`; what is left out there still counts as a request. */
const rowDimension = dimensionId.exclude(['scenario', 'family', 'outcome']);
const text = z.string().max(1000);

const scenarioSeries = z.object({
  kind: z.literal('scenario-series'),
  version: z.literal(QUERY_VERSION),
  by: z.enum(['scenario', 'family']),
  scenarios: z.array(text).max(500),
  families: z.array(z.enum(Object.keys(families) as [keyof typeof families])),
  outcomes: z.array(z.enum(['failed', 'masked'])).min(1),
  where: z
    .array(
      z.object({ dimension: rowDimension, op: z.enum(['in', 'notIn']), values: z.array(text).max(1000) }),
    )
    .max(50),
  splitBy: rowDimension.nullable(),
  as: z.enum(['count', 'rate', 'share']),
  step: z.enum(['auto', ...(Object.keys(steps) as Step[])]),
  result: z.enum(['series', 'window']),
  top: z.number().int().min(1).max(100),
});

/**
 * A stored query, migrated and checked; fields left out take their defaults.
 * @throws GatewaylensError naming the field
 */
export function parseQuery(stored: unknown): Query {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) {
    throw new GatewaylensError('query-unreadable');
  }
  const { kind = defaultQuery.kind } = stored as { kind?: unknown };
  if (!kinds.includes(kind as (typeof kinds)[number])) {
    throw new GatewaylensError('query-kind-unknown', {
      kind: String(kind).slice(0, 100),
      kinds: kinds.join(', '),
    });
  }
  const parsed = scenarioSeries.safeParse({ ...defaultQuery, ...migrate(stored) });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new GatewaylensError('query-field-invalid', {
      path: issue?.path.join('.') ?? '',
      problem: issue?.message ?? 'unknown',
    });
  }
  return parsed.data;
}
