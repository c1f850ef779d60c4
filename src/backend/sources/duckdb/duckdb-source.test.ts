import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sqlString } from '../../../core/dialects/sql';
import { columns, sqlTypes, type CanonicalRow } from '../../../core/log';
import { GatewaylensError } from '../../../core/errors';
import type { GroupPlan } from '../../../core/plan';
import { builtinCatalogue } from '../../../core/scenarios';
import { observedRange, observedRows } from '../../../../tests/support/gateway-records';
import { DuckDbSource, type Rows } from './duckdb-source';
import { Engine } from './engine';

const { signal } = new AbortController();
/** Rows as a relation of plain values. */
function relationOf(rows: readonly CanonicalRow[]): string {
  const cells = rows.map((row) =>
    columns.map(({ name, type }) => {
      const value = row[name];
      return value === null
        ? 'NULL'
        : type === 'datetime'
          ? sqlString(new Date(Number(value)).toISOString())
          : sqlString(String(value));
    }),
  );
  const casts = columns.map(({ name, type }) => `CAST("${name}" AS ${sqlTypes[type]}) AS "${name}"`);
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  return `(SELECT ${casts.join(', ')} FROM (VALUES ${cells.map((row) => `(${row.join(', ')})`).join(', ')}) AS given(${names}))`;
}

const rows = observedRows
  .slice(0, 3)
  .map(({ row }, i) => ({ ...row, ApiId: `api-${i}`, TotalTime: i || null }));
const notices = [{ severity: 'warning', text: 'one file is missing' }] as const;
const fixed: Rows = {
  relation: async () => ({ sql: relationOf(rows), notices }),
  check: async () => [{ name: 'Rows', state: 'ok', message: 'Three rows.' }],
};
const plan: GroupPlan = {
  gives: 'groups',
  range: observedRange,
  where: [],
  stepMs: 3_600_000,
  dimensions: ['api'],
  measures: [
    { measure: 'count', as: 'Count' },
    { measure: 'sum', column: 'TotalTime', as: 'Sum' },
    { measure: 'percentile', column: 'TotalTime', percent: 50, as: 'Median' },
  ],
  sample: false,
  limit: 3,
};

let folder: string;
let engine: Engine;
let source: DuckDbSource;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gatewaylens-test-'));
  engine = new Engine([], folder);
  source = new DuckDbSource(fixed, builtinCatalogue, engine);
});
afterAll(async () => {
  await engine.dispose();
  rmSync(folder, { recursive: true });
});

it('answers with a table of plain values, what was read, and what has to be said of it', async () => {
  const [found] = await source.answers([plan], signal);
  const { table, query, ...answer } = found!;
  expect(answer).toEqual({ plan, range: observedRange, notices });
  expect(table.columns).toEqual([
    { name: 'Bucket', type: 'datetime' },
    { name: 'ApiId', type: 'string' },
    { name: 'Count', type: 'number' },
    { name: 'Sum', type: 'number' },
    { name: 'Median', type: 'number' },
  ]);
  expect([...table.rows].sort((a, b) => String(a[1]).localeCompare(String(b[1])))).toEqual([
    [observedRange.from, 'api-0', 1, 0, null],
    [observedRange.from, 'api-1', 1, 1, 1],
    [observedRange.from, 'api-2', 1, 2, 2],
  ]);
  expect(query).toMatch(/FROM gateway_logs\b/);
});

it('refuses more groups than the plan allows, instead of cutting some off', async () => {
  await expect(source.answers([{ ...plan, limit: 2 }], signal)).rejects.toMatchObject({
    code: 'too-many-groups',
    message: 'The query gives more than 2 groups.',
  });
});

const failures: GroupPlan = {
  ...plan,
  where: [{ column: 'Outcome', op: 'oneOf', value: ['failed', 'masked', 'succeeded'] }],
};

it('finds the rows that queries of one request share once, and answers what several ask once', async () => {
  const queries: readonly (readonly GroupPlan[])[] = [
    [failures, plan],
    [{ ...failures, dimensions: ['operation'] }, plan],
  ];
  const apart = await Promise.all(
    queries.flat().map(async (one) => (await source.answers([one], new AbortController().signal))[0]),
  );
  const rows = jest.spyOn(engine, 'rows');
  const together = await Promise.all(queries.map((plans) => source.answers(plans, signal)));
  expect(rows).toHaveBeenCalledTimes(2);
  rows.mockRestore();
  const inOrder = (one: (typeof apart)[number]) => ({ ...one, table: { ...one!.table, rows: sorted(one!.table.rows) } });
  expect(together.flat().map(inOrder)).toEqual(apart.map(inOrder));
}); // prettier-ignore

const sorted = (table: readonly (readonly unknown[])[]) => table.map((row) => JSON.stringify(row)).sort();

it('lets a query with too many groups harm no other of its request', async () => {
  const few = source.answers([{ ...failures, limit: 2 }], signal);
  const enough = source.answers([failures], signal);
  await expect(few).rejects.toMatchObject({ code: 'too-many-groups' });
  expect((await enough)[0]?.table.rows).toHaveLength(3);
});

it('asks each by itself where all together need too much memory, so that one harms no other', async () => {
  const other: GroupPlan = { ...failures, dimensions: ['operation'] };
  const original = engine.rows.bind(engine);
  const rows = jest
    .spyOn(engine, 'rows')
    .mockRejectedValueOnce(new GatewaylensError('engine-memory'))
    .mockRejectedValueOnce(new GatewaylensError('engine-memory'))
    .mockImplementation(original);
  const big = source.answers([failures], signal);
  const small = source.answers([other], signal);
  await expect(big).rejects.toMatchObject({ code: 'engine-memory' });
  expect((await small)[0]?.table.rows).toHaveLength(1);
  expect(rows).toHaveBeenCalledTimes(3);
  rows.mockRestore();
});

it('gives at most so many rows where the newest are asked for', async () => {
  const [answer] = await source.answers(
    [
      {
        gives: 'rows',
        range: observedRange,
        where: [],
        columns: ['TimeGenerated', 'ApiId', 'IsRequestSuccess', 'TotalTime'],
        isWhole: false,
        limit: 2,
      },
    ],
    signal,
  );
  expect(answer?.table.rows).toEqual(
    [2, 1].map((i) => [rows[i]!.TimeGenerated, `api-${i}`, rows[i]!.IsRequestSuccess, i]),
  );
});

it('is asked for its health through its rows', async () => {
  expect(await source.check(signal)).toEqual([{ name: 'Rows', state: 'ok', message: 'Three rows.' }]);
});
