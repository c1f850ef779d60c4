import type { Operator } from './operator';

/** There is a value: a number or truth value at all, or a text that is not empty. `false` asks for the contrary. */
export const isPresent = {
  columnTypes: ['string', 'int', 'long', 'bool'],
  operand: 'boolean',
  says: 'is present:',
  test: (cell, wanted) => (cell !== null && cell !== '') === wanted,
  // Numbers print as "" where they are missing, so one form serves all types.
  toKql: (column, wanted) =>
    wanted === true ? `isnotempty(tostring(${column}))` : `isempty(tostring(${column}))`,
  toSql: (column, wanted) => `coalesce(CAST(${column} AS VARCHAR), '') ${wanted === true ? '<>' : '='} ''`,
  truthTable: [
    ['x', true, true],
    ['', true, false],
    [' ', true, true],
    [0, true, true],
    [null, true, false],
    [null, false, true],
    ['', false, true],
    [5, false, false],
    [false, true, true],
  ],
} as const satisfies Operator<'boolean'>;
