/** One login for all who need its token: what happens to them when it does not answer, or when one of them leaves. */
import { setTimeout as sleep } from 'node:timers/promises';
import { GatewaylensError } from '../../src/core/errors';
import type { LogAnalyticsSource } from '../../src/backend/sources/log-analytics';
import { FakeWorkspace, sourceAt } from '../support/fake-workspace';
import { observedRange } from '../support/gateway-records';
import { plansOf } from './support/queries';

jest.setTimeout(120_000);

const DAY = 86_400_000;
let fake: FakeWorkspace;
let source: LogAnalyticsSource;

beforeEach(async () => {
  fake = await FakeWorkspace.start();
  source = sourceAt(fake, { windowMs: 0, settings: { timeout: 10 } });
});
afterEach(async () => {
  await source.dispose();
  await fake.stop();
});

const { signal: whole } = new AbortController();

/** Of a day of its own, so that none goes along with another. @returns the code of its error */
function ask(day: number, signal = whole): Promise<string> {
  const range = { from: observedRange.from - day * DAY, to: observedRange.to - day * DAY };
  return source.answers(plansOf({ kind: 'scenario-series' }, range), signal).then(
    () => 'answered',
    (problem: unknown) => (problem instanceof GatewaylensError ? problem.code : String(problem)),
  );
}

const many = [1, 2, 3, 4, 5, 6, 7, 8];

it('that does not answer is what all are told, and holds nobody up when it answers again', async () => {
  fake.failNext('login never answered');
  expect(new Set(await Promise.all(many.map((day) => ask(day))))).toEqual(new Set(['azure-no-token']));
  expect(await Promise.all(many.map((day) => ask(day)))).toEqual(many.map(() => 'answered'));
  // One that never came, and one for all.
  expect(fake.issued).toHaveLength(2);
});

it('goes on when one of those leaves who wait for it', async () => {
  let letGo = () => undefined as void;
  fake.login = new Promise<void>((go) => (letGo = go));
  const leaving = new AbortController();
  const asked = [ask(1, leaving.signal), ask(2)];
  while (fake.issued.length === 0) {
    await sleep(5);
  }
  leaving.abort();
  expect(await asked[0]).toBe('cancelled');
  letGo();
  expect(await asked[1]).toBe('answered');
  expect(fake.issued).toHaveLength(1);
});

it('is asked again when a connection breaks that was kept from before', async () => {
  await source.scopes(whole);
  fake.failNext('login reset');
  expect(await ask(1)).toBe('answered');
});
