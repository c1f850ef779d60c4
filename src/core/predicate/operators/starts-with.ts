import { kqlString } from '../../dialects/kql';
import { sqlString } from '../../dialects/sql';
import type { Operator } from './operator';

/** The text stands at the beginning; case matters. */
export const startsWith = {
  columnTypes: ['string'],
  operand: 'text',
  says: 'starts with',
  test: (cell, value) => String(cell).startsWith(value),
  toKql: (column, value) => `${column} startswith_cs ${kqlString(value)}`,
  toSql: (column, value) => `starts_with(${column}, ${sqlString(value)})`,
  truthTable: [
    ['ExpressionValue', 'Expression', true],
    ['expressionValue', 'Expression', false],
    ['An Expression', 'Expression', false],
    ['', 'x', false],
    ['x', '', true],
  ],
} as const satisfies Operator<'text'>;
