import { rowDimensions } from '../../../core/plan';

export const dimensionOptions = rowDimensions.map(({ id, title }) => ({ value: id, label: title }));
