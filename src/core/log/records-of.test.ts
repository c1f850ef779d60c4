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

it.each([{ tables: [] }, { tables: [{ columns: [], rows: [] }] }, { records: [] }, []])(
  'has no record for %j',
  (value) => expect(recordsOf(value)).toEqual([]),
);

it('takes what the az tool writes for missing as missing, only there', () => {
  const flat = { TableName: 'PrimaryResult', ResponseCode: '500', LastErrorReason: 'None', Cache: 'none' };
  expect(canonicalRow(answered(flat))).toMatchObject({ LastErrorReason: '', Cache: 'none' });
  expect(canonicalRow(answered({ ResponseCode: 500, ProductId: 'None' }))?.ProductId).toBe('None');
});

it('counts the first of two columns with one name, as in an object with a key twice', () => {
  const twice = {
    tables: [{ columns: [{ name: 'ResponseCode' }, { name: 'ResponseCode' }], rows: [[500, 200]] }],
  };
  expect(recordsOf(twice)).toMatchObject([{ ResponseCode: 500 }]);
});

it('splits no total without the column of the backend’s time', () => {
  const columns = ['ResponseCode', 'TotalTime', 'ClientTime'].map((name) => ({ name }));
  const [row] = recordsOf({ tables: [{ columns, rows: [[500, 21055, 10]] }] });
  expect(canonicalRow(row as object)).toMatchObject({
    TotalTime: 21055,
    ClientTime: null,
    GatewayPart: null,
  });
});

it.each([
  [{ tables: [{ columns: 1 }, null] }, [{ columns: 1 }, null]],
  [{ tables: [{ columns: [null], rows: [7, [1]] }] }, [7, { '': 1 }]],
  [null, [null]],
  ['x', ['x']],
])('has a record for everything else: %j', (value, records) => {
  expect(recordsOf(value)).toEqual(records);
});
