import { filterSql, whereKql, type Measure } from './measure';

const seen = (aggregate: 'min' | 'max'): Measure<object> => ({
  type: 'datetime',
  reads: () => ['TimeGenerated'],
  toKql: (_, only) => `${aggregate}(${whereKql('TimeGenerated', only, 'datetime(null)')})`,
  toSql: (_, only) => `${aggregate}("TimeGenerated")${filterSql(only)}`,
});

/** Time of the first row; null without any. */
export const firstSeen = seen('min');
/** Time of the last row; null without any. */
export const lastSeen = seen('max');
