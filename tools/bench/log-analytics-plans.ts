import type { Plan } from '../../src/core/plan';

const HOUR = 3_600_000;

/** Rows of six columns: a time, four texts and a number. No two plans are the same. */
export const planOf = (number: number, limit: number): Plan => ({
  gives: 'rows',
  isWhole: false,
  range: { from: number * HOUR, to: (number + 1) * HOUR },
  where: [],
  columns: ['TimeGenerated', 'Scenario', 'ApiId', 'Region', 'LastErrorMessage', 'TotalTime'],
  limit,
});

/** As the query of such a plan names them. */
export const columnsOfAnswer: readonly (readonly [string, string])[] = [
  ['d0', 'long'],
  ['s0', 'string'],
  ['s1', 'string'],
  ['s2', 'string'],
  ['s3', 'string'],
  ['l0', 'long'],
];
