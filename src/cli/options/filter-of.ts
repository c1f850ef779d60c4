import { GatewaylensError } from '../../core/errors';
import { rowDimensions } from '../../core/plan';
import type { Filter } from '../../core/query';

const FILTER = /^\s*(\w+)\s*(!?=)(.*)$/s;

/**
 * `api=orders,payments`, or `api!=echo` for all others.
 * @throws GatewaylensError naming the text or the dimension
 */
export function filterOf(text: string): Filter {
  const [, id = '', op = '', values = ''] = FILTER.exec(text) ?? [];
  if (op === '') {
    throw new GatewaylensError('filter-invalid', { text });
  }
  const dimension = rowDimensions.find((one) => one.id === id)?.id;
  if (dimension === undefined) {
    const dimensions = rowDimensions.map((one) => one.id).join(', ');
    throw new GatewaylensError('dimension-unknown', { id, dimensions });
  }
  return {
    dimension,
    op: op === '=' ? 'in' : 'notIn',
    values: values.split(',').map((value) => value.trim()),
  };
}
