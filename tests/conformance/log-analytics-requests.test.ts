/** How many requests a dashboard makes of Log Analytics, and what each of them carries. */
import { setTimeout as sleep } from 'node:timers/promises';
import { GatewaylensError } from '../../src/core/errors';
import type { Plan } from '../../src/core/plan';
import { Gates, type LogAnalyticsSource } from '../../src/backend/sources/log-analytics';
import { FakeWorkspace, sourceAt } from '../support/fake-workspace';
import { observedRange } from '../support/gateway-records';
import { changes, plansOf, type Change } from './support/queries';

jest.setTimeout(600_000);

/** Over one range: the range before, which some kinds compare with, touches it. */
const panels: readonly Change[] = Object.values(changes).slice(0, 12);
const ask = (source: LogAnalyticsSource, change: Change, signal: AbortSignal, range = observedRange) =>
  source.answers(plansOf(change, range), signal);

/** Longer than a slow machine takes for a test. */
const LONG_MS = 600_000;

let fake: FakeWorkspace;
let source: LogAnalyticsSource;
let signal: AbortSignal;
const sources: LogAnalyticsSource[] = [];
const make = (...[asking]: Parameters<typeof sourceAt> extends [unknown, ...infer Rest] ? Rest : never) => {
  sources.push((source = sourceAt(fake, asking)));
  return source;
};

beforeAll(async () => {
  fake = await FakeWorkspace.start();
});
beforeEach(() => {
  fake.forget();
  ({ signal } = new AbortController());
});
afterEach(() => Promise.all(sources.splice(0).map((one) => one.dispose())));
afterAll(() => fake.stop());

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await sleep(5);
  }
}

const dashboard = () => Promise.all(panels.map((panel) => ask(source, panel, signal)));

it('makes one request for twelve panels, and two when they come in two waves', async () => {
  make({ keepMs: 0 });
  await dashboard();
  expect(fake.asked).toHaveLength(1);
  await dashboard();
  expect(fake.asked).toHaveLength(2);
});

it('makes one request for ten viewers, who ask a moment apart, and keeps the answer for others', async () => {
  make({ keepMs: LONG_MS });
  const viewers = Array.from({ length: 10 }, (_, i) => {
    const range = { from: observedRange.from + i * 137, to: observedRange.to + i * 137 };
    return Promise.all(panels.map((panel) => ask(source, panel, signal, range)));
  });
  const all = await Promise.all(viewers);
  expect(fake.asked).toHaveLength(1);
  expect(new Set(all.flat(2).map(({ range }) => range.to))).toEqual(
    new Set([observedRange.to, observedRange.from]),
  );
  const [answer] = await ask(source, panels[0]!, signal);
  expect(fake.asked).toHaveLength(1);
  expect(answer?.reading).toMatchObject({ plans: expect.any(Number), isIncomplete: false });
  expect(answer!.reading!.ageMs).toBeGreaterThan(0);
});

it('asks for a long range apart, so that a short one does not wait for it', async () => {
  make();
  const month = { from: observedRange.to - 30 * DAY, to: observedRange.to };
  await Promise.all([ask(source, panels[0]!, signal), ask(source, panels[0]!, signal, month)]);
  expect(fake.asked.map(({ timespan }) => timespan).sort()).toEqual([
    '2026-10-02T13:00:00.000Z/2026-11-01T13:00:00.000Z',
    '2026-11-01T12:00:00.000Z/2026-11-01T13:00:00.000Z',
  ]);
});

it('tells how old an answer is that was kept', async () => {
  make({ keepMs: LONG_MS });
  await ask(source, panels[0]!, signal);
  await sleep(1100);
  const [answer] = await ask(source, panels[0]!, signal);
  expect(answer?.notices).toEqual([
    {
      severity: 'info',
      text: expect.stringMatching(/^Read \d+ s ago and kept for those who ask the same\.$/),
    },
  ]);
});

/** Requests of one identity at the same time. */
const ALLOWED = 4;
const others = Array.from({ length: 50 }, (_, i): Change => ({
  kind: 'scenario-series',
  result: 'window',
  where: [{ dimension: 'api', op: 'in', values: [`api-${i}`] }],
}));

it('never has more in flight than is allowed, whoever asks, and answers all', async () => {
  const gates = new Gates();
  const readers = [make({ gates, windowMs: 0 }), make({ gates, windowMs: 0, lane: 'other' })];
  const ofAnother = make({ windowMs: 0, lane: 'third' });
  fake.holdNext(ALLOWED);
  // Ranges with gaps between them, so that none goes along with another.
  const asked = Promise.all(others.map((change, i) => ask(readers[i % 2]!, change, signal, earlier(i))));
  await until(() => fake.held === ALLOWED);
  const begun = performance.now();
  // Who asks after them with an identity of their own has long been answered: a fifth would have come before.
  await ask(ofAnother, panels[0]!, signal);
  expect(fake.asked).toHaveLength(ALLOWED + 1);
  fake.mostAtOnce = 0;
  const heldFor = performance.now() - begun;
  fake.letGo();
  const answers = await asked;
  expect(answers).toHaveLength(others.length);
  expect(fake.asked).toHaveLength(others.length + 1);
  expect(fake.mostAtOnce).toBeLessThanOrEqual(ALLOWED);
  const waited = answers.filter(([answer]) => answer!.reading!.waitedMs >= heldFor);
  expect(waited.length).toBeGreaterThanOrEqual(others.length - ALLOWED);
});

const DAY = 86_400_000;
const earlier = (days: number) => ({
  from: observedRange.from - days * DAY,
  to: observedRange.to - days * DAY,
});

it('reads anew for every alert rule', async () => {
  make({ keepMs: LONG_MS });
  await ask(source, panels[0]!, signal);
  const range = { from: observedRange.from + 1, to: observedRange.to + 1 };
  const rule = () => source.answers(plansOf(panels[0]!, range), signal, true);
  const [first] = await Promise.all([rule(), rule(), rule()]);
  expect(first[0]?.range).toEqual(range);
  expect(fake.asked.map(({ headers }) => headers['cache-control'])).toEqual([
    'max-age=30',
    'no-cache',
    'no-cache',
    'no-cache',
  ]);
});

it('tells the server to give up before it does, and who asks', async () => {
  const timeout = 120;
  make({ settings: { timeout } });
  const begun = performance.now();
  await ask(source, panels[0]!, signal);
  const { headers, timespan, began } = fake.asked[0]!;
  const wait = Number(/^wait=(\d+)$/.exec(String(headers.prefer))?.[1]);
  // Two seconds less than what was left, which was no less than when it arrived.
  const left = Math.floor(timeout - (began - begun) / 1000);
  expect(wait).toBeGreaterThanOrEqual(left - 2);
  expect(wait).toBeLessThanOrEqual(timeout - 2);
  expect(headers['x-ms-app']).toBe('gatewaylens');
  expect(headers['x-ms-client-request-id']).toMatch(/^[\da-f-]{36}$/);
  expect(timespan).toBe('2026-11-01T12:00:00.000Z/2026-11-01T13:00:00.000Z');
});

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'answered',
    (problem: unknown) => (problem instanceof GatewaylensError ? problem.code : problem),
  );
const dropped = (index: number) => until(() => fake.asked[index]?.isDropped === true);

it('drops the connection when nobody waits any more', async () => {
  fake.failNext('never answered');
  make();
  const controllers = [new AbortController(), new AbortController()];
  const asked = controllers.map(({ signal: own }) => codeOf(ask(source, panels[0]!, own)));
  await until(() => fake.asked.length > 0);
  controllers[0]!.abort();
  expect(await asked[0]).toBe('cancelled');
  // By the time that somebody else has been answered, it would have been dropped.
  await ask(source, others[0]!, signal, earlier(1));
  expect(fake.asked[0]?.isDropped).toBeUndefined();
  controllers[1]!.abort();
  expect(await asked[1]).toBe('cancelled');
  await dropped(0);
  // The place is free again, and so is the question.
  fake.forget();
  await Promise.all(others.slice(0, 8).map((change) => ask(source, change, signal)));
  expect(await codeOf(ask(source, panels[0]!, signal))).toBe('answered');
});

it('gives up at its deadline and drops the connection', async () => {
  fake.failAlways('never answered');
  make({ settings: { timeout: 5 } });
  expect(await codeOf(ask(source, panels[0]!, signal))).toBe('azure-too-slow');
  await dropped(0);
});

it('reads alone what failed together, and harms nobody', async () => {
  make();
  const all: Plan[] = panels.slice(0, 3).flatMap((panel) => [...plansOf(panel, observedRange)]);
  const plans = new Set(all.map((plan) => JSON.stringify(plan))).size;
  fake.failNext('semantic error', 'semantic error');
  const results = await Promise.all(panels.slice(0, 3).map((panel) => codeOf(ask(source, panel, signal))));
  expect(fake.asked).toHaveLength(1 + plans);
  expect(results.filter((one) => one === 'answered').length).toBeGreaterThan(0);
  expect(results.filter((one) => one === 'azure-query-refused').length).toBeGreaterThan(0);
});

it('shows what it has of an incomplete answer where a plan cannot be read alone', async () => {
  make();
  fake.failNext('partial', 'throttled for long');
  const answers = await Promise.all(panels.slice(0, 3).map((panel) => ask(source, panel, signal)));
  const incomplete = answers.flat().filter(({ reading }) => reading!.isIncomplete);
  expect(new Set(incomplete.map(({ plan }) => JSON.stringify(plan))).size).toBe(1);
  expect(incomplete[0]!.notices[0]!.text).toMatch(/^Incomplete: /);
});

it('asks again after the time that it is told, if the deadline allows', async () => {
  make({ settings: { timeout: 120 } });
  fake.failNext('throttled');
  expect(await codeOf(ask(source, panels[0]!, signal))).toBe('answered');
  const [first, second] = fake.asked;
  // It was told to wait for two seconds; by itself it would have tried after one.
  expect(second!.began - first!.began).toBeGreaterThanOrEqual(1990);
  fake.forget();
  fake.failNext('throttled for long');
  expect(await codeOf(ask(source, panels[0]!, signal))).toBe('azure-throttled');
  expect(fake.asked).toHaveLength(1);
});

it('asks a table on the Basic plan one thing at a time, with the range beside the query', async () => {
  make({ settings: { basicLogsEnabled: true }, keepMs: LONG_MS });
  const both = await Promise.all([ask(source, panels[0]!, signal), ask(source, panels[0]!, signal)]);
  expect(fake.asked.map(({ path, timespan }) => [path.split('/').at(-1), timespan])).toEqual(
    plansOf(panels[0]!, observedRange).map(() => [
      'search',
      '2026-11-01T12:00:00.000Z/2026-11-01T13:00:00.000Z',
    ]),
  );
  expect(fake.asked.filter(({ query }) => /union|materialize|TimeGenerated >=/.test(query))).toEqual([]);
  expect(both[1][0]?.notices).toEqual([{ severity: 'info', text: expect.stringContaining('Basic plan') }]);
  expect(both[1][0]?.range).toEqual(observedRange);
  expect(await codeOf(ask(source, { kind: 'timing' }, signal))).toBe('azure-basic-unsupported');
  expect(() => make({ settings: { basicLogsEnabled: true, tables: ['resource', 'legacy'] } })).toThrow(
    '“Tables” (tables)',
  );
});

it('asks one instance where that is the scope, and keeps to several in a workspace', async () => {
  const resource = '/subscriptions/s/resourceGroups/g/providers/Microsoft.ApiManagement/service/contoso';
  make({ settings: { workspaces: [], resources: [resource] } });
  await ask(source, panels[0]!, signal);
  const resources = [resource, `${resource}-2`];
  make({ settings: { resources } });
  await ask(source, panels[0]!, signal);
  const [first, second] = fake.asked;
  expect(first?.path).toBe(`/v1${resource}/query`);
  expect(second?.path).toMatch(/^\/v1\/workspaces\/[\da-f-]+\/query$/);
  expect(second?.query).toContain(`_ResourceId in~ ("${resource}", "${resource}-2")`);
  expect(() => make({ settings: { workspaces: [], resources } })).toThrow('one instance at a time');
  expect(() => make({ settings: { workspaces: [] } })).toThrow('neither a workspace nor');
});
