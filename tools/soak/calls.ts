/** The mixed calls of many viewers. */
import { setTimeout as sleep } from 'node:timers/promises';
import { queryTypes, type QueryKind } from '../../src/core/query';
import type { AskedQuery, PluginProcess } from '../../tests/support/plugin-process';
import type { SoakedSource } from './workplace';

export interface Tally {
  readonly times: number[];
  readonly queries: Map<string, number>;
  cancelled: number;
  others: number;
  readonly failed: string[];
}

export const newTally = (): Tally => ({ times: [], queries: new Map(), cancelled: 0, others: 0, failed: [] });

const HOUR = 3_600_000;
/** Of so many calls one is given up by the caller, and one is no query. */
const CANCELLED = 40;
const OTHER = 20;

const ways: readonly object[] = [
  ...(Object.keys(queryTypes) as QueryKind[])
    .filter((kind) => kind !== ('kql' as string))
    .map((kind) => ({ kind })),
  { kind: 'scenario-series', result: 'window', splitBy: 'service' },
  { kind: 'scenario-series', by: 'family', step: '5m' },
  { kind: 'failures', outcomes: ['failed', 'masked'] },
];

const random = (below: number) => Math.floor(Math.random() * below);
const oneOf = <T>(list: readonly T[]): T => list[random(list.length)]!;

/** Asks, and asks again as soon as it is answered, until the time is over. */
export async function caller(
  plugin: PluginProcess,
  sources: readonly SoakedSource[],
  tally: Tally,
  isOver: () => boolean,
): Promise<void> {
  for (let i = random(CANCELLED); !isOver(); i++) {
    const source = oneOf(sources);
    try {
      await (i % OTHER === 0
        ? other(plugin, source, tally)
        : queries(plugin, source, tally, i % CANCELLED === 1));
    } catch (problem) {
      tally.failed.push(`${source.dataSource.uid}: ${String(problem)}`);
      await sleep(100); // a backend that is gone must not fill the list
    }
  }
}

/** What a dashboard asks at once. */
async function queries(
  plugin: PluginProcess,
  { dataSource, end, hours }: SoakedSource,
  tally: Tally,
  isCancelled: boolean,
) {
  const to = end();
  const range = { from: to - oneOf(hours) * HOUR, to };
  const asked: AskedQuery[] = Array.from({ length: 1 + random(4) }, () => ({ ...range, json: oneOf(ways) }));
  const start = performance.now();
  const answers = await plugin.query(
    dataSource,
    asked,
    isCancelled ? AbortSignal.timeout(random(50)) : undefined,
  );
  if (!answers) {
    tally.cancelled++;
    return;
  }
  tally.times.push(performance.now() - start);
  answers.forEach(({ error, frames }, i) => {
    const { kind } = asked[i]!.json as { kind: string };
    const name = `${dataSource.uid} ${kind}`;
    tally.queries.set(name, (tally.queries.get(name) ?? 0) + 1);
    if (error !== '' || frames.length === 0) {
      tally.failed.push(`${name}: ${error || 'no frame'}`);
    }
  });
}

/** Health checks and resources. */
async function other(plugin: PluginProcess, { dataSource, end }: SoakedSource, tally: Tally): Promise<void> {
  tally.others++;
  const range = { from: end() - HOUR, to: end() };
  const status = await oneOf([
    async () => ((await plugin.health(dataSource)).status === 1 ? 200 : 500),
    () => plugin.resource(dataSource, 'catalogue'),
    () => plugin.resource(dataSource, 'values', { dimension: 'api', range }),
    () => plugin.resource(dataSource, 'kql', { query: { kind: 'taxonomy' }, range }),
  ])();
  if (status !== 200) {
    tally.failed.push(`${dataSource.uid}: ${status} instead of 200`);
  }
}
