import { writtenTable } from './read-written';

const host = 'api.example';
const reply = (
  columns: readonly (readonly [string, string])[],
  ...rows: readonly (readonly unknown[])[]
) => ({
  columns: columns.map(([name]) => name),
  types: columns.map(([, type]) => type),
  rows,
  partial: undefined,
  waitedMs: 0,
  tookMs: 0,
  ageMs: 0,
});
const cells = (type: string, ...values: readonly unknown[]) => {
  const { columns, rows } = writtenTable(reply([['a', type]], ...values.map((value) => [value])), host);
  const [{ type: read, unit } = { type: '', unit: undefined }] = columns;
  return [unit === undefined ? read : `${read} ${unit}`, ...rows.map(([cell]) => cell)];
};

it.each([
  ['bool', [true, false, null, 1, 0], ['boolean', true, false, null, true, false]],
  ['int', [1, -1, null], ['number', 1, -1, null]],
  ['long', [1, 9007199254740993, '9007199254740993', null], ['number', 1, 9007199254740992, 9007199254740992, null]],
  ['real', [0.5, 'NaN', 'Infinity', '-Infinity', null], ['number', 0.5, null, null, null, null]],
  ['decimal', ['0.1', '12345678901234567890.5', null], ['number', 0.1, 12345678901234567000, null]],
  ['string', ['x', '', null], ['string', 'x', '', '']],
  ['guid', ['74be27de-1e4e-49d9-b579-fe0b331d3642', null], ['string', '74be27de-1e4e-49d9-b579-fe0b331d3642', '']],
  ['dynamic', ['{"a":1}', null, { a: 1 }, [1], 5], ['string', '{"a":1}', '', '{"a":1}', '[1]', '5']],
  ['datetime', ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00.1234567Z', null], ['datetime', 1767225600000, 1767225600123, null]],
  ['timespan', ['00:05:00', '1.02:03:04.5000000', '-00:00:01', '00:00:00.0010000', null], ['number ms', 300000, 93784500, -1000, 1, null]],
] as const)('reads %s', (type, values, expected) => {
  expect(cells(type, ...values)).toEqual(expected);
}); // prettier-ignore

it.each([
  ['bool', 'yes'],
  ['int', 'many'],
  ['long', {}],
  ['string', 1],
  ['datetime', 'soon'],
  ['datetime', 5],
  ['timespan', '5m'],
  ['timespan', 300],
  ['dynamic', undefined],
])('takes no %s of %j', (type, value) => {
  expect(() => cells(type, value)).toThrow(`the column a holds something else than ${type}`);
});

it('takes neither a type that Kusto has not, nor two columns of one name', () => {
  expect(() => cells('toString', 1)).toThrow('the column a is of an unknown type');
  expect(() => writtenTable(reply([['a', 'int'], ['a', 'int']]), host)).toThrow('it has two columns a'); // prettier-ignore
});
