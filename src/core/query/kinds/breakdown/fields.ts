import { choiceFields, numberField, rowDimension } from '../../fields';

export const fields = {
  ...choiceFields,
  by: rowDimension.describe('The dimension whose values are compared.'),
  top: numberField(1000, 'The most values to show, those with the most failures first.'),
} as const;
