import { anyFields } from '../../fields';

export const fields = anyFields;
