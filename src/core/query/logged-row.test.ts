import { columns, rowWith } from '../log';
import { tableColumns } from '../plan';
import { loggedRowOf, loggedRowPlan } from './logged-row';

const range = { from: 0, to: 1000 };
const plan = loggedRowPlan('abc', range);
const row = rowWith({
  TimeGenerated: 5, CorrelationId: 'abc', ResponseCode: 504, IsRequestSuccess: false, TotalTime: 30_000,
  Url: 'https://contoso.azure-api.net/orders?key=1', LastErrorReason: 'Timeout', Errors: '[]',
}); // prettier-ignore
const answer = (rows: readonly (typeof row)[]) => ({
  plan,
  range,
  table: { columns: tableColumns(plan), rows: rows.map((one) => columns.map(({ name }) => one[name])) },
});

it('asks for the newest row with the id, and all columns that are read at all', () => {
  expect(plan).toEqual({
    gives: 'rows',
    isWhole: true,
    range,
    where: [{ column: 'CorrelationId', op: 'equals', value: 'abc' }],
    columns: columns.map(({ name }) => name),
    limit: 1,
  });
});

it('is the same row as the one that was logged, or none', () => {
  expect(loggedRowOf(answer([row]))).toEqual(row);
  expect(loggedRowOf(answer([]))).toBeUndefined();
});
