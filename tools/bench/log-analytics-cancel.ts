import { setTimeout as sleep } from 'node:timers/promises';
import { FakeWorkspace, sourceAt } from '../../tests/support/fake-workspace';
import type { Benchmark, Finding } from './benchmark';
import { planOf } from './log-analytics-plans';

const TIMES = 20;
const MOST_MS = 1000;

/** ms from the end of a query that nobody waits for to the end of its connection, as the workspace sees it. */
async function dropped(fake: FakeWorkspace, source: ReturnType<typeof sourceAt>, number: number): Promise<number> {
  const controller = new AbortController();
  const answer = source.answers([planOf(number, 1)], controller.signal).catch(() => undefined);
  while (fake.asked.length <= number) {
    await sleep(1);
  }
  const begun = performance.now();
  controller.abort();
  await answer;
  while (fake.asked[number]?.ended === undefined) {
    await sleep(1);
  }
  return fake.asked[number].ended - begun;
} // prettier-ignore

async function cancelled(): Promise<readonly Finding[]> {
  const fake = await FakeWorkspace.start();
  const source = sourceAt(fake);
  fake.failAlways('never answered');
  const times: number[] = [];
  for (let number = 0; number < TIMES; number++) {
    times.push(await dropped(fake, source, number));
  }
  await source.dispose();
  await fake.stop();
  const most = Math.max(...times);
  return [
    {
      what: `Connection dropped after a cancel, the slowest of ${TIMES}`,
      measured: `${most.toFixed(1)} ms`,
      target: `${MOST_MS} ms`,
      isMet: most <= MOST_MS,
    },
  ];
}

export const logAnalyticsCancel: Benchmark = {
  title: 'Log-Analytics, a query that nobody waits for any more',
  run: cancelled,
};
