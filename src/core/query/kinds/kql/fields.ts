import * as z from 'zod';
import { anyFields, numberField, stepField } from '../../fields';

const value = z.string().max(1000);

export const fields = {
  ...anyFields,
  where: anyFields.where.describe(
    'Conditions on the requests that $__classify gives, all of which hold; other tables are not filtered.',
  ),
  text: z.string().max(50_000).describe('The query, with the macros and variables described below.'),
  format: z
    .enum(['series', 'numeric', 'table', 'logs'])
    .describe(
      'What to make of the answer: numbers over time, one number per row and column, a table, or log lines.',
    ),
  step: stepField.describe(
    'What $__interval stands for; auto gives as many steps as fit the screen, 240 at most.',
  ),
  limit: numberField(10_000, 'The most rows of a table, or log lines, to show.'),
  dashboardTime: z
    .boolean()
    .describe('Whether nothing outside of the range is read; otherwise the text alone decides.'),
  queryStrings: z.boolean().describe('Show addresses with their query strings, which may carry keys.'),
  variables: z
    .record(
      z.string().regex(/^[\w.]{1,100}$/),
      z.strictObject({ values: z.array(value).max(5000), all: z.boolean().exactOptional() }),
    )
    .describe('What stands for each variable, by its name; the editor leaves it to the dashboard.'),
} as const;
