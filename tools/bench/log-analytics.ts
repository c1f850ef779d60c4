import https from 'node:https';
import { text } from 'node:stream/consumers';
import { sourceAt } from '../../tests/support/fake-workspace';
import { Gate } from '../../src/backend/concurrency';
import { started, stopped } from './backend-process';
import { count, megabytes, type Benchmark, type Finding } from './benchmark';
import { planOf } from './log-analytics-plans';
import { runTsx } from './run-tsx';

const CALLERS = 16;
const CALLS = 20;
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

/** Time that each call takes of its own, of callers who call again and again. */
async function times(call: (number: number) => Promise<number>): Promise<readonly number[]> {
  const found: number[] = [];
  const caller = async (_: unknown, i: number) => {
    for (let n = 0; n < CALLS; n++) {
      found.push(await call(i * CALLS + n));
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  return found.sort((a, b) => a - b);
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
  const byNode = (number: number) => gate.through(signal, () => plainly(place, agent, number));
  await times(bySource); // compiled by now, and with a token
  await times(byNode);
  const [ours, plain] = [await times(bySource), await times(byNode)];
  await source.dispose();
  agent.destroy();
  await stopped(running);
  return ([[0.5, 5], [0.99, 20]] as const).map(([part, most]) => {
    const more = at(ours, part) - at(plain, part);
    return {
      what: `Beyond a plain request, ${CALLERS} callers, ${part * 100} % within`,
      measured: `${more.toFixed(1)} ms (${at(ours, part).toFixed(1)} of ${at(plain, part).toFixed(1)} ms)`,
      target: `${most} ms`,
      isMet: more <= most,
    };
  });
} // prettier-ignore

/** A request that the workspace answers without asking for a token: its own time and that of the way. */
function plainly({ url }: Place, agent: https.Agent, number: number): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const body = JSON.stringify({ query: `Q${number}` });
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

export const logAnalytics: Benchmark = {
  title: 'Log-Analytics over a workspace that takes 50 ms',
  run: async () => [...(await overhead()), await memory()],
};
