import * as z from 'zod';
import { oneWordOf } from '../../../closest-schema';
import type { Severity } from '../../../scenarios';
import { choiceFields, numberField, rowDimension, stepField } from '../../fields';
import { MOST_SERIES } from './query';

export const fields = {
  ...choiceFields,
  by: oneWordOf(['scenario', 'family']).describe('One line per scenario or per family.'),
  splitBy: rowDimension.nullable().describe('One line for each value of this dimension; null for none.'),
  severities: z
    .array(oneWordOf(['info', 'warning', 'critical'] satisfies [Severity, ...Severity[]]))
    .max(3)
    .describe('Only scenarios of these severities; none: all.'),
  as: z
    .enum(['count', 'rate', 'share'])
    .describe('Requests per bucket, requests per second, or share of all requests (0 to 1).'),
  step: stepField,
  result: z
    .enum(['series', 'window'])
    .describe('A series over time, or one value for the whole range as alert rules need it.'),
  places: rowDimension
    .nullable()
    .describe(
      'With a window, for the texts of alert rules: each number has the labels title, remedy and places, the values of this dimension that were hit most. These labels change: a query that a rule decides by has null.',
    ),
  top: numberField(MOST_SERIES, 'The most series to show; the rest is added up as “other”.'),
} as const;
