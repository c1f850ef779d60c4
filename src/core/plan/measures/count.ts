import { filterSql, type Measure } from './measure';

/** Number of rows. */
export const count: Measure<object> = {
  type: 'number',
  reads: () => [],
  toKql: (_, only) => (only === undefined ? 'count()' : `countif(${only})`),
  toSql: (_, only) => `count(*)${filterSql(only)}`,
};
