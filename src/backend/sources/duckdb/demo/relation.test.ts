import { tmpdir } from 'node:os';
import { toSql, type GroupPlan, type TimeRange } from '../../../../core/plan';
import { builtinCatalogue } from '../../../../core/scenarios';
import { Engine } from '../engine';
import { HEALTHY_API, UNTIMED_HOST } from './estate';
import { failuresOf } from './failures';
import { demoColumns, demoRelation, drawnSql } from './relation';

const SEED = 7;
const HOUR = 3_600_000;
const WEEK = 168 * HOUR;
const now = Date.UTC(2026, 10, 18, 9, 41, 7, 123);
const week = { from: now - WEEK, to: now };
const day = { from: Date.UTC(2026, 10, 17, 9), to: Date.UTC(2026, 10, 18, 9) };
const failures = failuresOf(builtinCatalogue);

const engine = new Engine([], tmpdir());
afterAll(() => engine.dispose());
jest.setTimeout(60_000);
const rows = (sql: string) => engine.rows(sql, new AbortController().signal);
const demo = (range: TimeRange, clock = now, seed = SEED) =>
  demoRelation(builtinCatalogue, seed)(range, clock);
const all = (range: TimeRange, clock?: number, seed?: number) =>
  rows(`SELECT * FROM ${demo(range, clock, seed)} ORDER BY "TimeGenerated", "CorrelationId"`);
/** Milliseconds since 1970 of every row. */
const timesIn = async (range: TimeRange, clock?: number) =>
  (await rows(`SELECT epoch_ms("TimeGenerated") FROM ${demo(range, clock)} ORDER BY 1`)).map(([ms]) =>
    Number(ms),
  );

describe('a week', () => {
  /** What befell the rows and what they are classified as, for each API. */
  let found: { drawn: number | null; scenario: string; outcome: string; api: string; requests: number }[];
  beforeAll(async () => {
    // A column that no rule reads tells what befell the row.
    const drawn = `(${drawnSql(failures, SEED)(week, now)} SELECT * REPLACE (coalesce(CAST(number AS VARCHAR), '') AS "ApiRevision") FROM (SELECT ${demoColumns}, number FROM drawn))`;
    const plan: GroupPlan = {
      gives: 'groups',
      range: week,
      where: [],
      stepMs: null,
      dimensions: ['revision', 'scenario', 'outcome', 'api'],
      measures: [{ measure: 'count', as: 'Count' }],
      sample: false,
      limit: 100_000,
    };
    found = (await rows(toSql(plan, builtinCatalogue, drawn))).map(
      ([number, scenario, outcome, api, requests]) => ({
        drawn: number === '' ? null : Number(number),
        scenario: String(scenario),
        outcome: String(outcome),
        api: String(api),
        requests: Number(requests),
      }),
    );
  });
  const sum = (of: typeof found) => of.reduce((total, { requests }) => total + requests, 0);

  it('has about two requests a second', () => {
    expect(sum(found) / (WEEK / 1000)).toBeCloseTo(2, 1);
  });

  it('has every scenario, each at least once a day on the average', () => {
    const rare = builtinCatalogue.scenarios.filter(
      ({ id }) => sum(found.filter(({ scenario }) => scenario === id)) < 7,
    );
    expect(rare.map(({ id }) => id)).toEqual([]);
  });

  it('classifies every row as what befell it', () => {
    const wrong = found.filter(
      ({ drawn, scenario }) => scenario !== (failures[drawn ?? -1]?.scenario ?? 'none'),
    );
    expect(wrong).toEqual([]);
  });

  it('hides what a retry recovered from callers, and nothing else that failed', () => {
    const recovered = found.filter(({ drawn }) => failures[drawn ?? -1]?.isRecovered);
    expect([...new Set(recovered.map(({ outcome }) => outcome))]).toEqual(['masked']);
    expect(new Set(recovered.map(({ scenario }) => scenario))).toEqual(
      new Set([
        'backend-timeout',
        'backend-keepalive-closed',
        'backend-connect-timeout',
        'backend-connection-closed',
      ]),
    );
  });

  it('has one API at which nothing fails', () => {
    const healthy = found.filter(({ api }) => api === HEALTHY_API);
    expect(new Set(healthy.map(({ outcome }) => outcome))).toEqual(new Set(['succeeded']));
  });

  it('has untrusted certificates in every hour', async () => {
    const [[hours] = []] = await rows(
      `SELECT count(DISTINCT date_trunc('hour', "TimeGenerated")) FROM ${demo(day)} WHERE "LastErrorMessage" LIKE '%trust relationship%'`,
    );
    expect(hours).toBe(24n);
  });

  it('tells the time of the backend for nearly all calls, except of one host', async () => {
    const told = await rows(
      `SELECT contains("BackendUrl", '${UNTIMED_HOST}'), count("BackendTime") / count(*) FROM ${demo(day)} WHERE "BackendUrl" <> '' GROUP BY 1 ORDER BY 1`,
    );
    const [[, others], [, untimed]] = told as [[boolean, number], [boolean, number]];
    expect(others).toBeGreaterThan(0.95);
    expect(untimed).toBeLessThan(0.2);
  });

  it('keeps the first error of requests that failed again', async () => {
    const errors = await rows(`SELECT DISTINCT "Errors" FROM ${demo(day)} WHERE "LastErrorSource" = 'retry'`);
    expect(errors.map(([text]) => JSON.parse(String(text)) as unknown)).toEqual([
      [
        expect.objectContaining({ reason: 'Timeout' }),
        expect.objectContaining({ source: 'retry', message: expect.stringContaining('Expression') }),
      ],
    ]);
  });
});

it('is the same for the same seed, whatever the clock, and other for another', async () => {
  const range = { from: now - 2 * HOUR, to: now - HOUR };
  const once = await all(range);
  expect(once.length).toBeGreaterThan(3000);
  expect(await all(range)).toEqual(once);
  expect(await all(range, now + 24 * HOUR)).toEqual(once);
  expect(await all(range, now, SEED + 1)).not.toEqual(once);
});

it('ends now and begins seven days ago', async () => {
  const times = await timesIn({ from: 0, to: now + WEEK });
  expect(times.at(-1)).toBeLessThanOrEqual(now);
  expect(times.at(-1)).toBeGreaterThan(now - 10_000);
  expect(times[0]).toBeGreaterThanOrEqual(now - WEEK);
  expect(times[0]).toBeLessThan(now - WEEK + 10_000);
  expect(await timesIn({ from: now + 1, to: now + HOUR })).toEqual([]);
  expect(await timesIn({ from: now - 2 * WEEK, to: now - WEEK })).toEqual([]);
});

it('has the rows from the first moment of a range up to its end, wherever it is cut', async () => {
  const times = await timesIn({ from: now - 60_000, to: now });
  expect(times.length).toBeGreaterThan(50);
  for (const time of times.slice(0, 5)) {
    expect(await timesIn({ from: time, to: time + 1 })).toEqual([time]);
    expect(await timesIn({ from: time - 1, to: time })).toEqual([]);
    expect(await timesIn({ from: time, to: now }, time)).toEqual([time]);
  }
});

it('has the same rows in the common part of two ranges', async () => {
  const common = { from: now - 30 * 60_000 + 77, to: now - 20 * 60_000 + 33 };
  const within = async (range: TimeRange) =>
    rows(
      `SELECT * FROM ${demo(range)} WHERE epoch_ms("TimeGenerated") >= ${common.from} AND epoch_ms("TimeGenerated") < ${common.to} ORDER BY "TimeGenerated", "CorrelationId"`,
    );
  const exact = await all(common);
  expect(await within({ from: common.from - HOUR, to: common.to })).toEqual(exact);
  expect(await within({ from: common.from, to: now + HOUR })).toEqual(exact);
});
