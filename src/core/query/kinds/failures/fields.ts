import * as z from 'zod';
import { oneWordOf } from '../../../closest-schema';
import { choiceFields, numberField } from '../../fields';

export const fields = {
  ...choiceFields,
  limit: numberField(1000, 'The most requests to show, the newest first.'),
  format: oneWordOf(['table', 'logs']).describe('A table, or log lines.'),
  queryStrings: z.boolean().describe('Show addresses with their query strings, which may carry keys.'),
} as const;
