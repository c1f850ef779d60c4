import * as z from 'zod';
import { oneWordOf } from '../../../closest-schema';
import { rowDimensions } from '../../../plan';
import { anyFields, numberField, stepField } from '../../fields';

export const fields = {
  ...anyFields,
  requests: oneWordOf(['all', 'failed']).describe('All requests, or only those that failed.'),
  per: z
    .enum(['time', 'scenario', ...rowDimensions.map(({ id }) => id)])
    .describe('Over time, or for each value of a dimension.'),
  step: stepField,
  top: numberField(200, 'With a dimension, the most values to show, the slowest first.'),
} as const;
