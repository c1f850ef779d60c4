import { EMPTY } from '../../core/empty-value';
import { dimension } from '../../core/plan';
import type { Filter } from '../../core/query';

/** A filter in words. */
export function filterText({ dimension: id, op, values }: Filter): string {
  return `${dimension(id).title}: ${op === 'in' ? '' : 'not '}${values.map((value) => value || EMPTY).join(', ')}`;
}
