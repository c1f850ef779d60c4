import https from 'node:https';
import { text } from 'node:stream/consumers';
import { sourceAt } from '../../tests/support/fake-workspace';
import { Gate } from '../../src/backend/concurrency';
import { toKqlTogether } from '../../src/core/plan';
import { builtinCatalogue } from '../../src/core/scenarios';
import { started, stopped } from './backend-process';
import { count, megabytes, type Benchmark, type Finding } from './benchmark';
import { planOf } from './log-analytics-plans';
import { median } from './median';
import { runTsx } from './run-tsx';

const CALLERS = 16;
const CALLS = 20;
const ROUNDS = 5;
const ROWS = 500;
/** Time of the workspace itself, ms: a fast answer of Azure. */
const SERVICE_MS = 50;
const MANY = 500_000;
/** What the backend may have for such an answer. */
const MEMORY = 1024 * 2 ** 20;
/** As many as the source lets through. */
const AT_ONCE = 4;

type Place = Parameters<typeof sourceAt>[0];
const { signal } = new AbortController();

const workspace = (rows: number, ms: number) =>
  started(
    'node_modules/.bin/tsx',
    ['tools/bench/log-analytics-workspace.ts', String(rows), String(ms)],
    process.env,
  );

interface Calls {
  /** Time that each call took of its own, ms; the shortest first. */
  readonly times: readonly number[];
  /** Time of this process's processor that a call took, ms. */
  readonly processor: number;
}

/** Callers who call again and again. */
async function calls(call: (number: number) => Promise<number>): Promise<Calls> {
  const found: number[] = [];
  const before = process.cpuUsage();
  const caller = async (_: unknown, i: number) => {
    for (let n = 0; n < CALLS; n++) {
      found.push(await call(i * CALLS + n));
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  const { user, system } = process.cpuUsage(before);
  return { times: found.sort((a, b) => a - b), processor: (user + system) / 1000 / found.length };
}

const at = (sorted: readonly number[], part: number) => sorted[Math.floor(sorted.length * part)] ?? NaN;

/** The same requests by the source, and by Node alone. */
async function overhead(): Promise<readonly Finding[]> {
  const running = await workspace(ROWS, SERVICE_MS);
  const place = JSON.parse(running.line) as Place;
  const source = sourceAt(place, { windowMs: 0 });
  const bySource = async (number: number) => {
    const start = performance.now();
    const [answer] = await source.answers([planOf(number, ROWS)], signal);
    return performance.now() - start - (answer?.reading?.waitedMs ?? 0);
  };
  const agent = new https.Agent({ keepAlive: true, ca: place.certificate.cert });
  const gate = new Gate(AT_ONCE);
  // The same texts, so that their way to the workspace and the reading of them count on both sides.
  const bodies = Array.from({ length: CALLERS * CALLS }, (_, number) =>
    JSON.stringify({ query: toKqlTogether([planOf(number, ROWS)], builtinCatalogue, ['resource']) }),
  );
  const byNode = (number: number) => gate.through(signal, () => plainly(place, agent, bodies[number]!));
  await calls(bySource); // compiled by now, and with a token
  await calls(byNode);
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({ plain: await calls(byNode), ours: await calls(bySource) });
  }
  await source.dispose();
  agent.destroy();
  await stopped(running);
  return [beyond(rounds, 0.5, 5), beyond(rounds, 0.99, 20), processorTime(rounds)];
}

interface Round {
  readonly ours: Calls;
  readonly plain: Calls;
}

/** Of several rounds the one in the middle: what else the machine does meets some of them. */
function beyond(rounds: readonly Round[], part: number, most: number): Finding {
  const middle = (of: (round: Round) => number) => median(rounds.map(of));
  const more = middle(({ ours, plain }) => at(ours.times, part) - at(plain.times, part));
  const [whole, plain] = [
    middle(({ ours }) => at(ours.times, part)),
    middle((round) => at(round.plain.times, part)),
  ];
  return {
    what: `Beyond a plain request, ${CALLERS} callers, ${part * 100} % within`,
    measured: `${more.toFixed(1)} ms (${whole.toFixed(1)} of ${plain.toFixed(1)} ms)`,
    target: `${most} ms`,
    isMet: more <= most,
  };
}

/** What the rest of the machine does to the times above, it does less to this. */
function processorTime(rounds: readonly Round[]): Finding {
  const middle = (of: (round: Round) => number) => median(rounds.map(of)).toFixed(1);
  return {
    what: 'Time of the processor for each request',
    measured: `${middle(({ ours }) => ours.processor)} ms; a plain request ${middle(({ plain }) => plain.processor)} ms`,
    target: '',
    isMet: true,
  };
}

/** A request that the workspace answers without asking for a token: its own time and that of the way. */
function plainly({ url }: Place, agent: https.Agent, body: string): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const sent = https.request(`${url}/v1/open`, { method: 'POST', agent }, (answer) => {
      text(answer).then((read) => {
        JSON.parse(read);
        resolve(performance.now() - start);
      }, reject);
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

async function memory(): Promise<Finding> {
  const running = await workspace(MANY, 0);
  const found = await runTsx('tools/bench/log-analytics-reader.ts', [running.line, String(MANY)], 'text');
  await stopped(running);
  const { rows, bytes } = JSON.parse(found) as { rows: number; bytes: number };
  return {
    what: `Memory to read an answer of ${count(rows)} rows`,
    measured: megabytes(bytes),
    target: megabytes(MEMORY),
    isMet: rows === MANY && bytes <= MEMORY,
  };
}

export const logAnalyticsOverhead: Benchmark = {
  title: `Log-Analytics over a workspace that takes ${SERVICE_MS} ms`,
  run: overhead,
};

export const logAnalyticsMemory: Benchmark = {
  title: 'Log-Analytics, the largest answer that Azure gives',
  run: async () => [await memory()],
};
