import { kqlString } from '../../dialects/kql';
import { sqlLowerCase } from '../../dialects/sql';
import { lowerCase } from '../../log';
import type { Operator } from './operator';

/** The text stands at the beginning, whatever the case of A to Z. */
export const startsWithIgnoreCase = {
  columnTypes: ['string'],
  operand: 'text',
  says: 'starts (in any case) with',
  test: (cell, value) => lowerCase(String(cell)).startsWith(lowerCase(value)),
  toKql: (column, value) => `${column} startswith ${kqlString(value)}`,
  toSql: (column, value) => `starts_with(lower(${column}), ${sqlLowerCase(value)})`,
  truthTable: [
    ['ExpressionValueEvaluationFailure', 'expressionvalue', true],
    ['An ExpressionValue', 'ExpressionValue', false],
    ['Expression', 'ExpressionValue', false],
    ['', 'x', false],
    ['x', '', true],
  ],
} as const satisfies Operator<'text'>;
