import type { Operator } from './operator';

/** The same number as another column; two missing numbers are not the same. */
export const sameAs = {
  columnTypes: ['int', 'long'],
  operand: 'column',
  says: 'is the same as',
  test: (cell, other) => cell !== null && cell === other,
  toKql: (column, other) => `(isnotnull(${column}) and isnotnull(${other}) and ${column} == ${other})`,
  toSql: (column, other) => `coalesce(${column} = ${other}, false)`,
  truthTable: [
    [500, 500, true],
    [500, 502, false],
    [null, 500, false],
    [500, null, false],
    [null, null, false],
    [0, 0, true],
  ],
} as const satisfies Operator<'column'>;
