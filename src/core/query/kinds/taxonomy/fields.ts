import * as z from 'zod';
import { choiceFields } from '../../fields';

export const fields = {
  ...choiceFields,
  previous: z.boolean().describe('Compare with the range of the same length before.'),
} as const;
