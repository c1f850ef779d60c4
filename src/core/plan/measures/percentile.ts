import { filterSql, whereKql, type Measure, type TimeColumn } from './measure';

export type Percent = 50 | 90 | 95 | 99;

/**
 * Nearest rank of a time in ms, null without rows. The embedded engine is exact; Log Analytics estimates, with an error
 * of up to 1 % in rank: https://learn.microsoft.com/kusto/query/percentiles-aggregation-function
 */
export const percentile: Measure<{ readonly column: TimeColumn; readonly percent: Percent }> = {
  type: 'number',
  reads: ({ column }) => [column],
  toKql: ({ column, percent }, only) => `percentile(${whereKql(column, only, 'long(null)')}, ${percent})`,
  // The fraction is written out: 95 / 100 is not exactly 0.95.
  toSql: ({ column, percent }, only) => `quantile_disc("${column}", 0.${percent})${filterSql(only)}`,
};
