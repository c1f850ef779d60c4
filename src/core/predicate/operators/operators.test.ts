import { operator, operators, type OperatorName } from '.';

describe.each(Object.keys(operators) as OperatorName[])('%s', (name) => {
  const { test: meets, truthTable, columnTypes } = operator(name);

  it.each(truthTable)('%j and %j: %j', (cell, value, expected) => {
    expect(meets(cell, value)).toBe(expected);
  });

  it('has rows that are true and rows that are false', () => {
    expect(new Set(truthTable.map(([, , expected]) => expected)).size).toBe(2);
  });

  it('says what it means of a missing value', () => {
    const isText = (columnTypes as readonly string[]).includes('string');
    const missing = truthTable.filter(([cell]) => (isText ? cell === '' : cell === null));
    expect(missing.length).toBeGreaterThan(0);
  });
});
