import type { Operator } from './operator';

/** The same number as another column; two missing numbers are not the same. */
export const sameAs: Operator = {
  columnTypes: ['int', 'long'],
  operand: 'column',
  test: (cell, other) => cell !== null && cell === other,
  toKql: (column, other) =>
    `(isnotnull(${column}) and isnotnull(${String(other)}) and ${column} == ${String(other)})`,
  toSql: (column, other) => `coalesce(${column} = ${String(other)}, false)`,
  truthTable: [
    [500, 500, true],
    [500, 502, false],
    [null, 500, false],
    [500, null, false],
    [null, null, false],
    [0, 0, true],
  ],
};
