import * as z from 'zod';
import { choiceFields, numberField, rowDimension, stepField } from '../../fields';
import { MOST_SERIES } from './query';

export const fields = {
  ...choiceFields,
  by: z.enum(['scenario', 'family']).describe('One line per scenario or per family.'),
  splitBy: rowDimension.nullable().describe('One line for each value of this dimension; null for none.'),
  as: z
    .enum(['count', 'rate', 'share'])
    .describe('Requests per bucket, requests per second, or share of all requests (0 to 1).'),
  step: stepField,
  result: z
    .enum(['series', 'window'])
    .describe('A series over time, or one value for the whole range as alert rules need it.'),
  top: numberField(MOST_SERIES, 'The most series to show; the rest is added up as “other”.'),
} as const;
