import { kqlNumber } from '../../dialects/kql';
import { sqlNumber } from '../../dialects/sql';
import type { Operator } from './operator';

/** From the first number to the second, both included. */
export const between = {
  columnTypes: ['int', 'long'],
  operand: 'range',
  says: 'is between',
  test: (cell, range) => {
    const [low, high] = range;
    return typeof cell === 'number' && cell >= low && cell <= high;
  },
  toKql: (column, range) => {
    const [low, high] = bounds(range, kqlNumber);
    return `(isnotnull(${column}) and ${column} between (${low} .. ${high}))`;
  },
  toSql: (column, range) => {
    const [low, high] = bounds(range, sqlNumber);
    return `coalesce(${column} BETWEEN ${low} AND ${high}, false)`;
  },
  truthTable: [
    [500, [500, 599], true],
    [599, [500, 599], true],
    [600, [500, 599], false],
    [499, [500, 599], false],
    [null, [0, 599], false],
    [0, [-1, 0], true],
    [-2, [-1, 0], false],
    [2147483647, [0, 2147483647], true],
    [5, [6, 4], false],
  ],
} as const satisfies Operator<'range'>;

function bounds(range: readonly [number, number], literal: (n: number) => string): [string, string] {
  const [low, high] = range;
  return [literal(low), literal(high)];
}
