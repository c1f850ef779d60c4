/** Cells of every type that Kusto has, as the service writes them, through HTTPS and the SDK into frames. */
import { queryData } from '../../src/backend/handlers/query-data';
import { FakeWorkspace, sourceAt } from '../support/fake-workspace';
import { observedRange } from '../support/gateway-records';
import { instanceOf } from '../support/instance';

jest.setTimeout(120_000);

let fake: FakeWorkspace;
beforeAll(async () => {
  fake = await FakeWorkspace.start();
});
beforeEach(() => fake.forget());
afterAll(() => fake.stop());

/** @param columns name and type; @param rows the text of their JSON, which may hold numbers that JavaScript has not */
async function framesOf(
  columns: readonly (readonly [string, string])[],
  rows: string,
  format: string,
  headers: Readonly<Record<string, string>> = {},
) {
  const told = columns.map(([name, type]) => ({ name, type }));
  fake.answerNext(`{"tables":[{"name":"PrimaryResult","columns":${JSON.stringify(told)},"rows":${rows}}]}`);
  const source = sourceAt(fake, { settings: { expertKql: true } });
  const json = { kind: 'kql', text: 'print 1', format };
  const item = { refId: 'A', query: json, range: observedRange, maxDataPoints: 0 };
  const context = { orgId: 1, user: undefined, dataSource: undefined, headers };
  try {
    const instance = instanceOf({ source });
    const { frames } = await queryData(item, context, instance, new AbortController().signal);
    return frames.map(({ fields, meta }) => ({
      fields: fields.map(({ name, type, values }) => [name, type, [...values]]),
      notices: (meta.notices ?? []).map(({ text }) => text),
    }));
  } finally {
    await source.dispose();
  }
}

it('reads every type, and what JSON has no number for', async () => {
  const columns = [
    ['bool', 'bool'],
    ['datetime', 'datetime'],
    ['dynamic', 'dynamic'],
    ['guid', 'guid'],
    ['int', 'int'],
    ['long', 'long'],
    ['real', 'real'],
    ['string', 'string'],
    ['decimal', 'decimal'],
    ['timespan', 'timespan'],
  ] as const;
  const [{ fields, notices } = { fields: [], notices: [] }] = await framesOf(
    columns,
    `[
      [true, "2026-11-01T12:00:00.1234567Z", "{\\"a\\":[1,\\"ä\\"]}", "74be27de-1e4e-49d9-b579-fe0b331d3642", 1, 9007199254740993, 0.5, "ä\\u0000", "0.1", "1.02:03:04.5000000"],
      [0, "2026-11-01T12:00:01Z", {"a": 1}, null, -1, "9223372036854775807", "NaN", "", "12345678901234567890.5", "-00:00:01"],
      [null, null, null, null, null, -9223372036854775808, "-Infinity", null, null, null]
    ]`,
    'table',
  );
  expect(fields).toEqual([
    ['bool', 'boolean', [true, false, null]],
    ['datetime', 'time', [Date.UTC(2026, 10, 1, 12, 0, 0, 123), Date.UTC(2026, 10, 1, 12, 0, 1), null]],
    ['dynamic', 'string', ['{"a":[1,"ä"]}', '{"a":1}', '']],
    ['guid', 'string', ['74be27de-1e4e-49d9-b579-fe0b331d3642', '', '']],
    ['int', 'number', [1, -1, null]],
    ['long', 'number', [9007199254740992, 9223372036854775807, -9223372036854775808]],
    ['real', 'number', [0.5, null, null]],
    ['string', 'string', ['ä\u0000', '', '']],
    ['decimal', 'number', [0.1, 12345678901234567890, null]],
    ['timespan', 'number', [93_784_500, -1000, null]],
  ]);
  expect(notices).toContain(
    'Whole numbers beyond 2^53 are rounded in: long, decimal. tostring() shows all their digits.',
  );
});

it('takes NaN for no number in series and for alert rules, never for zero', async () => {
  const times = '[["2026-11-01T12:00:00Z", "NaN"], ["2026-11-01T12:01:00Z", 2]]';
  const columns = [
    ['TimeGenerated', 'datetime'],
    ['Share', 'real'],
  ] as const;
  const [series] = await framesOf(columns, times, 'series');
  expect(series?.fields.map(([, , values]) => values)).toEqual([
    [Date.UTC(2026, 10, 1, 12), Date.UTC(2026, 10, 1, 12, 1)],
    [null, 2],
  ]);
  const [watched] = await framesOf([['Share', 'real']], '[["NaN"]]', 'numeric', { FromAlert: 'true' });
  expect(watched?.fields).toEqual([['Share', 'number', [null]]]);
});

it.each([
  ['long', '{}'],
  ['real', '"many"'],
  ['datetime', '"soon"'],
  ['bool', '"yes"'],
  ['timespan', '5'],
])('takes no %s of %s', async (type, cell) => {
  await expect(framesOf([['a', type]], `[[${cell}]]`, 'table')).rejects.toThrow(
    `the column a holds something else than ${type}`,
  );
});
