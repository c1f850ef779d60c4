import * as z from 'zod';
import { choiceFields, numberField } from '../../fields';

export const fields = {
  ...choiceFields,
  limit: numberField(1000, 'The most requests to show, the newest first.'),
  format: z.enum(['table', 'logs']).describe('A table, or log lines.'),
  queryStrings: z.boolean().describe('Show addresses with their query strings, which may carry keys.'),
} as const;
