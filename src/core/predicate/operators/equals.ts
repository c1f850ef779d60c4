import { kqlBool, kqlNumber, kqlString } from '../../dialects/kql';
import { sqlBool, sqlNumber, sqlString } from '../../dialects/sql';
import type { Operator } from './operator';

/** Same text (case matters), same number or same truth value. */
export const equals = {
  columnTypes: ['string', 'int', 'long', 'bool'],
  operand: 'scalar',
  says: 'is',
  test: (cell, value) => cell === value,
  toKql: (column, value) =>
    typeof value === 'string'
      ? `${column} == ${kqlString(value)}`
      : `(isnotnull(${column}) and ${column} == ${scalar(value, kqlNumber, kqlBool)})`,
  toSql: (column, value) =>
    typeof value === 'string'
      ? `${column} = ${sqlString(value)}`
      : `coalesce(${column} = ${scalar(value, sqlNumber, sqlBool)}, false)`,
  truthTable: [
    ['Timeout', 'Timeout', true],
    ['timeout', 'Timeout', false],
    ['Timeout ', 'Timeout', false],
    ['', '', true],
    ['', 'Timeout', false],
    ['a"b\\c\'d', 'a"b\\c\'d', true],
    [0, 0, true],
    [null, 0, false],
    [-1, -1, true],
    [2147483647, 2147483647, true],
    [true, true, true],
    [true, false, false],
    [null, false, false],
  ],
} as const satisfies Operator<'scalar'>;

function scalar(
  value: number | boolean,
  number: (n: number) => string,
  bool: (b: boolean) => string,
): string {
  return typeof value === 'boolean' ? bool(value) : number(value);
}
