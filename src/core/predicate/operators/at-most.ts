import { kqlNumber } from '../../dialects/kql';
import { sqlNumber } from '../../dialects/sql';
import type { Operator } from './operator';

/** This number or less. */
export const atMost = {
  columnTypes: ['int', 'long'],
  operand: 'number',
  says: 'is at most',
  test: (cell, bound) => typeof cell === 'number' && cell <= bound,
  toKql: (column, bound) => `(isnotnull(${column}) and ${column} <= ${kqlNumber(bound)})`,
  toSql: (column, bound) => `coalesce(${column} <= ${sqlNumber(bound)}, false)`,
  truthTable: [
    [500, 500, true],
    [499, 500, true],
    [501, 500, false],
    [null, 0, false],
    [-2, -1, true],
    [0, -1, false],
  ],
} as const satisfies Operator<'number'>;
