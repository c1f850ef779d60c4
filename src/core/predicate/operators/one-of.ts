import { kqlString } from '../../dialects/kql';
import { sqlString } from '../../dialects/sql';
import type { Operator } from './operator';

/** Same text as one of these; case matters. Of none, nothing is one. */
export const oneOf = {
  columnTypes: ['string'],
  operand: 'texts',
  says: 'is one of',
  test: (cell, values) => values.includes(String(cell)),
  toKql: (column, values) => list(column, 'in', values, kqlString),
  toSql: (column, values) => list(column, 'IN', values, sqlString),
  truthTable: [
    ['Timeout', ['Timeout', 'QuotaExceeded'], true],
    ['QuotaExceeded', ['Timeout', 'QuotaExceeded'], true],
    ['timeout', ['Timeout'], false],
    ['', ['Timeout'], false],
    ['', ['', 'Timeout'], true],
    ['Timeout', [], false],
    ['a\nb', ['x', 'a\nb'], true],
  ],
} as const satisfies Operator<'texts'>;

function list(
  column: string,
  word: string,
  values: readonly string[],
  literal: (v: string) => string,
): string {
  return values.length === 0 ? 'false' : `${column} ${word} (${values.map(literal).join(', ')})`;
}
