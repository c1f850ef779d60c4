import { tableColumns } from '../plan';
import { valuesOf, valuesPlan, type ValuesQuery } from './values';

const range = { from: 0, to: 1000 };
const query: ValuesQuery = { dimension: 'api', where: [], search: '', limit: 2 };

it('counts all requests of each value', () => {
  expect(valuesPlan(query, range)).toEqual({
    gives: 'groups',
    range,
    where: [],
    stepMs: null,
    dimensions: ['api'],
    measures: [{ measure: 'count', as: 'Count' }],
    sample: false,
    limit: 100_000,
  });
});

it('asks for what is searched, among the rows that the conditions choose', () => {
  const where = [{ dimension: 'service', op: 'in', values: ['contoso'] }] as const;
  expect(valuesPlan({ ...query, where, search: 'Ord' }, range).where).toEqual([
    { column: 'Service', op: 'oneOf', value: ['contoso'] },
    { column: 'ApiId', op: 'containsIgnoreCase', value: 'Ord' },
  ]);
});

it.each([
  [2, [{ value: 'c', count: 9 }, { value: 'a', count: 5 }], true],
  [3, [{ value: 'c', count: 9 }, { value: 'a', count: 5 }, { value: 'b', count: 5 }], false],
])('gives the %d most frequent, equals by name, and whether there are more', (limit, values, more) => {
  const plan = valuesPlan(query, range);
  const table = { columns: tableColumns(plan), rows: [['b', 5], ['a', 5], ['c', 9]] };
  expect(valuesOf({ ...query, limit }, { table, range, plan })).toEqual({ values, more });
}); // prettier-ignore
