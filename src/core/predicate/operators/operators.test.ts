import { operators } from '.';

describe.each(Object.entries(operators))('%s', (_name, { test: meets, truthTable }) => {
  it.each(truthTable)('%j and %j: %j', (cell, value, expected) => {
    expect(meets(cell, value)).toBe(expected);
  });

  it('has rows that are true and rows that are false', () => {
    expect(new Set(truthTable.map(([, , expected]) => expected)).size).toBe(2);
  });
});
