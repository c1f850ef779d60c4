import { filterSql, whereKql, type Measure, type TimeColumn } from './measure';

/** Sum of a time in ms; rows without it add nothing. */
export const sum: Measure<{ readonly column: TimeColumn }> = {
  type: 'number',
  reads: ({ column }) => [column],
  toKql: ({ column }, only) => `sum(${whereKql(column, only, 'long(null)')})`,
  toSql: ({ column }, only) => `coalesce(sum("${column}")${filterSql(only)}, 0)`,
};
