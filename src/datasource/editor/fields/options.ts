import type { SelectableValue } from '@grafana/data';
import { rowDimensions } from '../../../core/plan';

export const dimensionOptions = rowDimensions.map(({ id, title }) => ({ value: id, label: title }));

/** The options with the present value among them, such as the name of a variable that is gone. */
export function shownWith(
  value: string,
  options: readonly SelectableValue<string>[],
): SelectableValue<string>[] {
  return options.some((option) => option.value === value)
    ? [...options]
    : [...options, { value, label: value }];
}
