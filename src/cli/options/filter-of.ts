import { GatewaylensError } from '../../core/errors';
import { dimensions, rowDimensions } from '../../core/plan';
import type { Filter } from '../../core/query';

const FILTER = /^\s*(\w+)\s*(!?=)(.*)$/s;

/** What is used instead of a filter. */
const OPTIONS: Readonly<Record<string, string>> = {
  scenario: '--scenario, such as --scenario backend-timeout',
  outcome: '--outcome, such as --outcome masked',
};

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
    const option =
      dimensions.some((one) => one.id === id) && (OPTIONS[id] ?? '“classify”, which says it of every row');
    if (option) {
      throw new GatewaylensError('dimension-classified', { id, option });
    }
    const known = rowDimensions.map((one) => one.id).join(', ');
    throw new GatewaylensError('dimension-unknown', { id, dimensions: known });
  }
  return {
    dimension,
    op: op === '=' ? 'in' : 'notIn',
    values: values.split(',').map((value) => value.trim()),
  };
}
