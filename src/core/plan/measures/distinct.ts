import type { RowColumn } from '../../log';
import { filterSql, whereKql, type Measure } from './measure';

/**
 * Number of different values that are not empty. Log Analytics estimates large numbers:
 * https://learn.microsoft.com/kusto/query/dcount-aggregation-function
 */
export const distinct: Measure<{
  readonly column: Extract<RowColumn, 'CallerIpAddress' | 'ApimSubscriptionId'>;
}> = {
  type: 'number',
  reads: ({ column }) => [column],
  // Kusto strings are never null, so the empty one is taken off again.
  toKql: ({ column }, only) => {
    const value = whereKql(column, only, '""');
    return `dcount(${value}) - max(iff(isempty(${value}), 1, 0))`;
  },
  toSql: ({ column }, only) => `count(DISTINCT nullif("${column}", ''))${filterSql(only)}`,
};
