import { canonicalRow } from './canonical-row';
import { answered, recordsOf } from './records-of';

const columns = ['TimeGenerated', 'ResponseCode', 'LastErrorReason'].map((name) => ({
  name,
  type: 'string',
}));
const answer = (rows: readonly unknown[]) => ({ tables: [{ name: 'PrimaryResult', columns, rows }] });

it('reads the rows of an answer of Log Analytics', () => {
  expect(recordsOf(answer([['2026-11-01T08:00:00Z', 500, 'Timeout'], ['2026-11-01T08:00:01Z', 200, null]]))).toEqual([
    { TimeGenerated: '2026-11-01T08:00:00Z', ResponseCode: 500, LastErrorReason: 'Timeout' },
    { TimeGenerated: '2026-11-01T08:00:01Z', ResponseCode: 200 },
  ]);
}); // prettier-ignore

it('says in a row of an answer which columns it lacks', () => {
  const message = 'Not in the file: LastErrorMessage, LastErrorSource, BackendResponseCode.';
  const [row] = recordsOf(answer([['2026-11-01T08:00:00Z', 500, null]]));
  expect(canonicalRow(row as object)?.LastErrorMessage).toBe(message);
  const flat = { TableName: 'PrimaryResult', ResponseCode: '500', LastErrorReason: null };
  expect(canonicalRow(answered(flat))?.LastErrorMessage).toBe(message);
  expect(answered({ ResponseCode: '500' })).toEqual({ ResponseCode: '500' });
});

it.each([
  [{ tables: [{ columns: 1 }, null] }, [{ columns: 1 }, null]],
  [{ tables: [{ columns: [null], rows: [7, [1]] }] }, [7, { '': 1 }]],
  [{ tables: [] }, [{ tables: [] }]],
  [{ records: [] }, [{ records: [] }]],
  [[], [[]]],
  [null, [null]],
  ['x', ['x']],
])('has a record for everything else: %j', (value, records) => {
  expect(recordsOf(value)).toEqual(records);
});
