/** The fields of stored queries, checked at the edge: everything inside trusts them. */
import * as z from 'zod';
import { exactly, oneWordOf } from '../closest-schema';
import { rowDimensions, type RowDimensionId } from '../plan';
import { families, type Family } from '../scenarios';
import { QUERY_VERSION, steps, type Step } from './model';

const text = z.string().max(1000);

export const rowDimension = oneWordOf(
  rowDimensions.map(({ id }) => id) as [RowDimensionId, ...RowDimensionId[]],
);

export const anyFields = {
  version: z.literal(QUERY_VERSION).describe('Number of the model of queries.'),
  where: z
    .array(
      exactly({
        dimension: rowDimension.describe('What is compared.'),
        op: z
          .enum(['in', 'notIn'], { error: 'expected is in (=) or notIn (≠)' })
          .describe('One of the values, or none of them.'),
        values: z
          .array(text)
          .max(1000)
          .describe(
            'The values, exactly as logged; case matters. Of status a pair such as 500/-, or 500 for all pairs that begin with it.',
          ),
      }),
    )
    .max(50)
    .describe('Conditions on the requests, all of which hold.'),
} as const;

export const choiceFields = {
  ...anyFields,
  scenarios: z.array(text).max(500).describe('Ids of scenarios; none here and in families: all.'),
  families: z
    .array(oneWordOf(Object.keys(families) as [Family, ...Family[]]))
    .max(20)
    .describe('Families of scenarios; none here and in scenarios: all.'),
  outcomes: z
    .array(oneWordOf(['failed', 'masked']))
    .min(1)
    .max(2)
    .describe('Count requests that failed, and those whose error a policy or a retry hid (masked).'),
} as const;

export const stepField = z
  .enum(['auto', ...(Object.keys(steps) as Step[])])
  .describe('Length of a bucket, aligned in UTC; auto gives as many as fit the screen, 240 at most.');

/** @param most the largest number that may be asked for */
export const numberField = (most: number, meaning: string) =>
  z.number().int().min(1).max(most).describe(meaning);
