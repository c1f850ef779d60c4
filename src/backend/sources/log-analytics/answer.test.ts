import { answerIn } from './answer';

const table = { name: 'PrimaryResult', columns: [{ name: 'a', type: 'long' }, { name: 'b', type: 'string' }], rows: [[1, 'x'], [null, '']] }; // prettier-ignore
const read = (body: unknown) => answerIn(typeof body === 'string' ? body : JSON.stringify(body), 'host');

it('reads the first table', () => {
  expect(read({ tables: [table, { name: 'Other' }] })).toEqual({
    columns: ['a', 'b'],
    types: ['long', 'string'],
    rows: table.rows,
    partial: undefined,
  });
  expect(read({ tables: [] })).toEqual({ columns: [], types: [], rows: [], partial: undefined });
});

it('says why it is incomplete, by the innermost message', () => {
  const innererror = { code: '-2', message: 'Too many bytes.' };
  const details = [{ code: 'EngineError', message: 'x', innererror }];
  const error = { code: 'PartialError', message: 'Some errors', correlationId: 'id-2', details };
  expect(read({ tables: [table], error }).partial).toBe('Too many bytes (-2, correlation id id-2)');
  expect(read({ tables: [table], error: {} }).partial).toBe('no reason given (no code)');
});

it.each([
  ['', 'it is cut off, or no JSON'],
  ['{"tables":[', 'it is cut off, or no JSON'],
  ['null', 'it is no object'],
  [{ hello: 'world' }, 'it holds no tables'],
  [{ tables: {} }, 'it holds no tables'],
  [{ tables: [{ columns: [] }] }, 'its table has no columns or no rows'],
  [{ tables: [{ ...table, rows: [[1]] }] }, 'a row has not as many cells as there are columns'],
  [{ tables: [{ ...table, columns: [], rows: [[]] }] }, 'it has rows of no columns'],
  [{ tables: [{ ...table, rows: [{}] }] }, 'a row has not as many cells as there are columns'],
])('%j: %s', (body, problem) => {
  expect(() => read(body)).toThrow(`What came from host is no answer of the query service: ${problem}.`);
});
