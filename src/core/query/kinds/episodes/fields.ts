import { choiceFields, stepField } from '../../fields';

export const fields = { ...choiceFields, step: stepField } as const;
