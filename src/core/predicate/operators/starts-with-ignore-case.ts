import { kqlString } from '../../dialects/kql';
import { sqlString } from '../../dialects/sql';
import { asciiLower } from '../../log';
import type { Operator } from './operator';

/** The text stands at the beginning, whatever the case of A to Z. */
export const startsWithIgnoreCase: Operator = {
  columnTypes: ['string'],
  operand: 'text',
  test: (cell, value) => asciiLower(String(cell)).startsWith(asciiLower(String(value))),
  toKql: (column, value) => `${column} startswith ${kqlString(String(value))}`,
  toSql: (column, value) => `starts_with(lower(${column}), lower(${sqlString(String(value))}))`,
  truthTable: [
    ['ExpressionValueEvaluationFailure', 'expressionvalue', true],
    ['An ExpressionValue', 'ExpressionValue', false],
    ['Expression', 'ExpressionValue', false],
    ['', 'x', false],
    ['x', '', true],
  ],
};
