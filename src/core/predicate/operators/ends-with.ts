import { kqlString } from '../../dialects/kql';
import { sqlString } from '../../dialects/sql';
import type { Operator } from './operator';

/** The text stands at the end; case matters. */
export const endsWith = {
  columnTypes: ['string'],
  operand: 'text',
  says: 'ends with',
  test: (cell, value) => String(cell).endsWith(value),
  toKql: (column, value) => `${column} endswith_cs ${kqlString(value)}`,
  toSql: (column, value) => `ends_with(${column}, ${sqlString(value)})`,
  truthTable: [
    ['orders-v2', '-v2', true],
    ['orders-V2', '-v2', false],
    ['-v2 orders', '-v2', false],
    ['', 'x', false],
    ['x', '', true],
    ['a%', '%', true],
  ],
} as const satisfies Operator<'text'>;
