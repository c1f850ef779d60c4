import type { QueryFixAction } from '@grafana/data';
import { completeQuery, type Filter } from '../core/query';
import { dimensionNamed } from '../ui/dimension-named';
import type { GatewaylensQuery } from './query';

/**
 * Explore’s “filter for” and “filter out” on a value of a table or a log line: the query with that filter, or as it was
 * where the value’s column is nothing to filter by.
 */
export function withValueFilter(
  stored: GatewaylensQuery,
  { type, options: { key = '', value = '' } = {} }: QueryFixAction,
): GatewaylensQuery {
  const query = completeQuery(stored);
  if (key.toLowerCase() === 'scenario' && type === 'ADD_FILTER' && 'scenarios' in query) {
    return { ...stored, ...{ ...query, scenarios: [value] } };
  }
  const dimension = dimensionNamed(key); // fields are named after dimensions or after their columns
  const op = ({ ADD_FILTER: 'in', ADD_FILTER_OUT: 'notIn' } as const)[type];
  if (!dimension || !op) {
    return stored;
  }
  const filter: Filter = { dimension, op, values: [value] };
  const isSame = (one: Filter) => JSON.stringify(one) === JSON.stringify(filter);
  return { ...stored, ...query, where: [...query.where.filter((one) => !isSame(one)), filter] };
}
