import { kqlString } from '../../dialects/kql';
import { sqlLowerCase } from '../../dialects/sql';
import { lowerCase } from '../../log';
import type { Operator } from './operator';

/** The text stands at the end, whatever the case of A to Z. */
export const endsWithIgnoreCase = {
  columnTypes: ['string'],
  operand: 'text',
  says: 'ends (in any case) with',
  test: (cell, value) => lowerCase(String(cell)).endsWith(lowerCase(value)),
  toKql: (column, value) => `${column} endswith ${kqlString(value)}`,
  toSql: (column, value) => `ends_with(lower(${column}), ${sqlLowerCase(value)})`,
  truthTable: [
    ['orders-V2', '-v2', true],
    ['-v2 orders', '-v2', false],
    ['v2', '-v2', false],
    ['', 'x', false],
    ['x', '', true],
  ],
} as const satisfies Operator<'text'>;
