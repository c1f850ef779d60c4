import { kqlString } from '../../dialects/kql';
import { sqlLowerCase } from '../../dialects/sql';
import { lowerCase } from '../../log';
import type { Operator } from './operator';

/** The text occurs anywhere, whatever the case of A to Z. Not KQL's `has`, which only finds whole terms. */
export const containsIgnoreCase = {
  columnTypes: ['string'],
  operand: 'text',
  says: 'contains (in any case)',
  test: (cell, value) => lowerCase(String(cell)).includes(lowerCase(value)),
  toKql: (column, value) => `${column} contains ${kqlString(value)}`,
  toSql: (column, value) => `contains(lower(${column}), ${sqlLowerCase(value)})`,
  truthTable: [
    ['The remote name could not be resolved', 'REMOTE NAME', true],
    ['the remote-name', 'remote name', false],
    ['reconnection', 'connect', true],
    ['', 'x', false],
    ['x', '', true],
    ['', '', true],
    ['50% of a_b', '% of a_b', true],
    ['50 of acb', '% of a_b', false],
    ['日本語 Timeout', '語 timeout', true],
  ],
} as const satisfies Operator<'text'>;
