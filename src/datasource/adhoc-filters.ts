import type { AdHocVariableFilter } from '@grafana/data';
import { rowDimensions } from '../core/plan';
import type { Filter } from '../core/query';
import { dimensionNamed } from '../ui/dimension-named';
import { filterOperator } from '../ui/filter-operator';
import type { GatewaylensQuery } from './query';

/** What a dashboard’s ad-hoc filters can be about. Grafana 10 stores the text as the filter’s key, later ones the value. */
export const tagKeys = rowDimensions.map(({ id, title }) => ({ text: title, value: id }));

/** A dashboard’s ad-hoc filter as one of ours. */
export function filterOf({ key, operator, value, values }: AdHocVariableFilter): Filter {
  return {
    dimension: dimensionNamed(key) ?? (key as Filter['dimension']),
    op: filterOperator(operator),
    values: operator.endsWith('|') && values ? values : [value],
  };
}

export function withFilters(
  query: GatewaylensQuery,
  filters: readonly AdHocVariableFilter[],
): GatewaylensQuery {
  const { where = [] } = query;
  return filters.length === 0 || !Array.isArray(where)
    ? query // What is no list is refused by the backend, which says so.
    : { ...query, where: [...where, ...filters.map(filterOf)] };
}
