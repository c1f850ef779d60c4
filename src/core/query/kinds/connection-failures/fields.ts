import { anyFields, numberField, stepField } from '../../fields';

export const fields = {
  ...anyFields,
  step: stepField,
  top: numberField(200, 'The most hosts to show, those with the most failures first.'),
} as const;
