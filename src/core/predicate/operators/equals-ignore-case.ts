import { kqlString } from '../../dialects/kql';
import { sqlLowerCase } from '../../dialects/sql';
import { lowerCase } from '../../log';
import type { Operator } from './operator';

/** The same text, whatever the case of A to Z. */
export const equalsIgnoreCase = {
  columnTypes: ['string'],
  operand: 'text',
  says: 'is (in any case)',
  test: (cell, value) => lowerCase(String(cell)) === lowerCase(value),
  toKql: (column, value) => `${column} =~ ${kqlString(value)}`,
  toSql: (column, value) => `lower(${column}) = ${sqlLowerCase(value)}`,
  truthTable: [
    ['TIMEOUT', 'Timeout', true],
    ['Timeout', 'Timeout', true],
    ['Timeouts', 'Timeout', false],
    ['', '', true],
    ['', 'x', false],
  ],
} as const satisfies Operator<'text'>;
