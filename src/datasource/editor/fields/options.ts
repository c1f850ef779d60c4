import { rowDimensions } from '../../../core/plan';
import { steps, type Step } from '../../../core/query';

export const dimensionOptions = rowDimensions.map(({ id, title }) => ({ value: id, label: title }));

export const stepOptions = ['auto' as const, ...(Object.keys(steps) as Step[])].map((value) => ({
  value,
  label: value,
}));
