import { kqlString } from '../../dialects/kql';
import { sqlString } from '../../dialects/sql';
import type { Operator } from './operator';

/** The text occurs anywhere; case matters. */
export const contains = {
  columnTypes: ['string'],
  operand: 'text',
  says: 'contains',
  test: (cell, value) => String(cell).includes(value),
  toKql: (column, value) => `${column} contains_cs ${kqlString(value)}`,
  toSql: (column, value) => `contains(${column}, ${sqlString(value)})`,
  truthTable: [
    ['The remote name', 'remote', true],
    ['The Remote name', 'remote', false],
    ['', 'x', false],
    ['x', '', true],
    ['50% of a_b', '% of a_b', true],
    ['50 of acb', '% of a_b', false],
  ],
} as const satisfies Operator<'text'>;
