import { kqlString } from '../../dialects/kql';
import { sqlString } from '../../dialects/sql';
import type { Operator } from './operator';

/**
 * From the first number of values on, DuckDB makes of IN a join of its own, which takes far longer to prepare than a few
 * texts take to compare. Beyond the second, as in a filter of hundreds of operations, it is comparing that takes longer.
 */
const [JOINED, MANY] = [5, 20];

/** Same text as one of these; case matters. Of none, nothing is one. */
export const oneOf = {
  columnTypes: ['string'],
  operand: 'texts',
  says: 'is one of',
  test: (cell, values) => values.includes(String(cell)),
  toKql: (column, values) => list(values, kqlString, (texts) => `${column} in (${texts})`),
  toSql: (column, values) =>
    list(values, sqlString, (texts) =>
      values.length < JOINED || values.length > MANY
        ? `${column} IN (${texts})`
        : `list_contains([${texts}], ${column})`,
    ),
  truthTable: [
    ['Timeout', ['Timeout', 'QuotaExceeded'], true],
    ['QuotaExceeded', ['Timeout', 'QuotaExceeded'], true],
    ['timeout', ['Timeout'], false],
    ['', ['Timeout'], false],
    ['', ['', 'Timeout'], true],
    ['Timeout', [], false],
    ['a\nb', ['x', 'a\nb'], true],
    ["it's", ['a', 'b', 'c', 'd', "it's"], true],
    ['', ['a', 'b', 'c', 'd', 'e'], false],
    ['u', [...'abcdefghijklmnopqrstu'], true],
    ['U', [...'abcdefghijklmnopqrstu'], false],
  ],
} as const satisfies Operator<'texts'>;

function list(
  values: readonly string[],
  literal: (value: string) => string,
  print: (texts: string) => string,
): string {
  return values.length === 0 ? 'false' : print(values.map(literal).join(', '));
}
