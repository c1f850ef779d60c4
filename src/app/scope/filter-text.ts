import { dimension } from '../../core/plan';
import type { Filter } from '../../core/query';
import { EMPTY } from '../../ui/ManySelect';

/** A filter in words. */
export function filterText({ dimension: id, op, values }: Filter): string {
  return `${dimension(id).title}: ${op === 'in' ? '' : 'not '}${values.map((value) => value || EMPTY).join(', ')}`;
}
