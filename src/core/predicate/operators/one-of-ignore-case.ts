import { kqlString } from '../../dialects/kql';
import { sqlLowerCase } from '../../dialects/sql';
import { lowerCase } from '../../log';
import type { Operator } from './operator';

/** The same text as one of these, whatever the case of A to Z. Of none, nothing is one. */
export const oneOfIgnoreCase = {
  columnTypes: ['string'],
  operand: 'texts',
  says: 'is (in any case) one of',
  test: (cell, values) => values.some((value) => lowerCase(value) === lowerCase(String(cell))),
  toKql: (column, values) => {
    return values.length === 0 ? 'false' : `${column} in~ (${values.map(kqlString).join(', ')})`;
  },
  toSql: (column, values) => {
    return values.length === 0 ? 'false' : `lower(${column}) IN (${values.map(sqlLowerCase).join(', ')})`;
  },
  truthTable: [
    ['TIMEOUT', ['Timeout', 'QuotaExceeded'], true],
    ['quotaexceeded', ['Timeout', 'QuotaExceeded'], true],
    ['Quota', ['Timeout', 'QuotaExceeded'], false],
    ['', ['Timeout'], false],
    ['', [''], true],
    ['Timeout', [], false],
  ],
} as const satisfies Operator<'texts'>;
