import { kqlNumber } from '../../dialects/kql';
import { sqlNumber } from '../../dialects/sql';
import type { Operator } from './operator';

/** This number or more. */
export const atLeast = {
  columnTypes: ['int', 'long'],
  operand: 'number',
  says: 'is at least',
  test: (cell, bound) => typeof cell === 'number' && cell >= bound,
  toKql: (column, bound) => `(isnotnull(${column}) and ${column} >= ${kqlNumber(bound)})`,
  toSql: (column, bound) => `coalesce(${column} >= ${sqlNumber(bound)}, false)`,
  truthTable: [
    [500, 500, true],
    [501, 500, true],
    [499, 500, false],
    [null, 0, false],
    [0, -1, true],
    [-2, -1, false],
  ],
} as const satisfies Operator<'number'>;
