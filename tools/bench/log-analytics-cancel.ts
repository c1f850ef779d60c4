import { setTimeout as sleep } from 'node:timers/promises';
import { FakeWorkspace, sourceAt } from '../../tests/support/fake-workspace';
import type { Benchmark, Finding } from './benchmark';
import { planOf } from './log-analytics-plans';

const TIMES = 20;
const MOST_MS = 1000;
const GIVE_UP_MS = 5 * MOST_MS;

/** Whether it came to hold before it was given up. */
async function holdsInTime(holds: () => boolean, giveUpMs: number): Promise<boolean> {
  const end = performance.now() + giveUpMs;
  while (!holds() && performance.now() < end) {
    await sleep(1);
  }
  return holds();
}

type Asked = Pick<FakeWorkspace['asked'][number], 'ended'>;
interface Ways {
  readonly fake: { readonly asked: readonly Asked[] };
  readonly source: Pick<ReturnType<typeof sourceAt>, 'answers'>;
}

/** ms from the end of a query that nobody waits for to the end of its connection, as the workspace sees it. */
async function dropped({ fake, source }: Ways, number: number, giveUpMs: number): Promise<number> {
  const controller = new AbortController();
  source.answers([planOf(number, 1)], controller.signal).catch(() => undefined);
  // The first logs in before.
  const isAsked = await holdsInTime(() => fake.asked.length > number, 10 * giveUpMs);
  const begun = performance.now();
  controller.abort();
  const isDropped = isAsked && (await holdsInTime(() => fake.asked[number]?.ended !== undefined, giveUpMs));
  return isDropped ? fake.asked[number]!.ended! - begun : Infinity;
}

/** @returns ms of the slowest; infinite as soon as one is given up */
export async function slowestDrop(ways: Ways, giveUpMs = GIVE_UP_MS): Promise<number> {
  let most = 0;
  for (let number = 0; number < TIMES && most < Infinity; number++) {
    most = Math.max(most, await dropped(ways, number, giveUpMs));
  }
  return most;
}

async function cancelled(): Promise<readonly Finding[]> {
  const fake = await FakeWorkspace.start();
  const source = sourceAt(fake);
  fake.failAlways('never answered');
  const most = await slowestDrop({ fake, source });
  await source.dispose();
  await fake.stop();
  return [
    {
      what: `Connection dropped after a cancel, the slowest of ${TIMES}`,
      measured: most === Infinity ? `not within ${GIVE_UP_MS} ms` : `${most.toFixed(1)} ms`,
      target: `${MOST_MS} ms`,
      isMet: most <= MOST_MS,
    },
  ];
}

export const logAnalyticsCancel: Benchmark = {
  title: 'Log-Analytics, a query that nobody waits for any more',
  run: cancelled,
};
