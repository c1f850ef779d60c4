import { kqlString } from '../../dialects/kql';
import { sqlString } from '../../dialects/sql';
import type { Operator } from './operator';

/** Same text as one of these; case matters. Of none, nothing is one. */
export const oneOf: Operator = {
  columnTypes: ['string'],
  operand: 'texts',
  test: (cell, values) => (values as readonly unknown[]).includes(cell),
  toKql: (column, values) => list(column, 'in', values as readonly string[], kqlString),
  toSql: (column, values) => list(column, 'IN', values as readonly string[], sqlString),
  truthTable: [
    ['Timeout', ['Timeout', 'QuotaExceeded'], true],
    ['QuotaExceeded', ['Timeout', 'QuotaExceeded'], true],
    ['timeout', ['Timeout'], false],
    ['', ['Timeout'], false],
    ['', ['', 'Timeout'], true],
    ['Timeout', [], false],
    ['a\nb', ['x', 'a\nb'], true],
  ],
};

function list(
  column: string,
  word: string,
  values: readonly string[],
  literal: (v: string) => string,
): string {
  return values.length === 0 ? 'false' : `${column} ${word} (${values.map(literal).join(', ')})`;
}
