/** One login for all who need its token: what happens to them when it does not answer, or when one of them leaves. */
import { setTimeout as sleep } from 'node:timers/promises';
import { GatewaylensError } from '../../src/core/errors';
import { Gates, type LogAnalyticsSource } from '../../src/backend/sources/log-analytics';
import { FakeWorkspace, sourceAt } from '../support/fake-workspace';
import { observedRange } from '../support/gateway-records';
import { plansOf } from './support/queries';

jest.setTimeout(120_000);

const DAY = 86_400_000;
let fake: FakeWorkspace;
let source: LogAnalyticsSource;
const sources: LogAnalyticsSource[] = [];

beforeEach(async () => {
  fake = await FakeWorkspace.start();
  source = make();
});
afterEach(async () => {
  await Promise.all(sources.splice(0).map((one) => one.dispose()));
  await fake.stop();
});

/** With a login that has half of its time. */
function make(asking: Parameters<typeof sourceAt>[1] = {}): LogAnalyticsSource {
  const made = sourceAt(fake, { windowMs: 0, ...asking, settings: { timeout: 40, ...asking.settings } });
  sources.push(made);
  return made;
}

const { signal: whole } = new AbortController();

/** Of a day of its own, so that none goes along with another. @returns the code of its error */
function ask(day: number, signal = whole, of = source): Promise<string> {
  const range = { from: observedRange.from - day * DAY, to: observedRange.to - day * DAY };
  return of.answers(plansOf({ kind: 'scenario-series' }, range), signal).then(
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

/** Logins are not answered from now on. @returns what lets them go, and waits until one has come */
function holdLogins() {
  const before = fake.issued.length;
  let letGo = () => undefined as void;
  fake.login = new Promise<void>((go) => (letGo = go));
  const come = async () => {
    while (fake.issued.length === before) {
      await sleep(5);
    }
  };
  return { letGo, come };
}

it('goes on when one of those leaves who wait for it', async () => {
  const { letGo, come } = holdLogins();
  const leaving = new AbortController();
  const asked = [ask(1, leaving.signal), ask(2)];
  await come();
  leaving.abort();
  expect(await asked[0]).toBe('cancelled');
  letGo();
  expect(await asked[1]).toBe('answered');
  expect(fake.issued).toHaveLength(1);
});

it('keeps no place while it does not answer, even after a token that has expired', async () => {
  const asking = { gates: new Gates(), settings: { timeout: 120 } };
  const [waiting, other] = [make(asking), make({ ...asking, lane: 'other' })];
  fake.tokenSeconds = 0;
  expect(await ask(0, whole, waiting)).toBe('answered');
  const { letGo, come } = holdLogins();
  let ended = 0;
  const asked = many.map((day) => ask(day, whole, waiting).finally(() => ended++));
  await come();
  fake.login = Promise.resolve();
  expect(await ask(0, whole, other)).toBe('answered');
  expect(ended).toBe(0);
  letGo();
  expect(await Promise.all(asked)).toEqual(many.map(() => 'answered'));
});

it('is not asked for again while a token holds', async () => {
  for (const day of many) {
    expect(await ask(day)).toBe('answered');
  }
  expect(fake.issued).toHaveLength(1);
});

it('is asked again when a connection breaks that was kept from before', async () => {
  // With a token of its own, so that the next needs one, too.
  const manager = fake.url.replace('localhost', '127.0.0.1');
  const endpoints = { logs: fake.url, login: fake.url, manager };
  source = make({ settings: { endpoints }, administration: { allowedEndpoints: [fake.url, manager] } });
  await source.scopes(whole);
  expect(fake.issued.map(({ scope }) => scope)).toEqual([`${manager}/.default`]);
  fake.failNext('login reset');
  expect(await ask(1)).toBe('answered');
  // One that was lost with the connection, and one that came.
  expect(fake.issued.slice(1).map(({ scope }) => scope)).toEqual([
    `${fake.url}/.default`,
    `${fake.url}/.default`,
  ]);
});
