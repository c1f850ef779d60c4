import { mkdtemp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { encodeFrame } from '../../src/backend/grafana/arrow';
import type { Frame } from '../../src/core/frames';
import { builtExecutable } from '../../tests/support/built-plugin';
import { memoryOf, started, stopped } from './backend-process';
import { count, megabytes, type Benchmark, type Finding, type Workplace } from './benchmark';
import { load } from './load';
import { median, timesInTurn } from './median';

const MB = 2 ** 20;
const CALLERS = 16;
const LOAD_MS = 10_000;

const environment = { ...process.env, grafana_plugin_type: 'datasource' };

const finding = (what: string, measured: string, target: string, isMet: boolean): Finding => ({
  what,
  measured,
  target,
  isMet,
});

async function startTime(command: string, args: readonly string[]): Promise<number> {
  const running = await started(command, args, environment);
  await stopped(running);
  return running.startedIn;
}

/** The built plugin as Grafana starts it. */
async function start(): Promise<readonly Finding[]> {
  const [times, bare]: [number[], number[]] = [[], []];
  for (let i = 0; i < 11; i++) {
    times.push(await startTime(builtExecutable(), []));
    bare.push(await startTime(process.execPath, ['-e', "console.log(''); setInterval(() => {}, 1000)"]));
  }
  const time = median(times.slice(1)); // the first one reads files that are not in memory yet
  const running = await started(builtExecutable(), [], environment);
  await sleep(2000);
  const idle = memoryOf(running);
  await stopped(running);
  return [
    finding('From start to handshake, median of 10', `${Math.round(time)} ms`, '150 ms', time <= 150),
    finding(
      'Node without any program, in turn with that',
      `${Math.round(median(bare.slice(1)))} ms`,
      '',
      true,
    ),
    finding('Memory before the first query', megabytes(idle), '80 MB', idle <= 80 * MB),
  ];
}

/** The way from query to frames alone: over a source that has its rows in memory. */
async function underLoad({ folder }: Workplace): Promise<readonly Finding[]> {
  const server = path.join(folder, 'fixed-server.cjs');
  await build({
    entryPoints: ['tools/bench/fixed-server.ts'],
    outfile: server,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'warning',
  });
  const running = await started(process.execPath, [server, await mkdtemp(path.join(folder, 's-'))], environment);
  await load(running.line, CALLERS, 2000); // compiled by now
  const { times, calls } = await load(running.line, CALLERS, LOAD_MS);
  const memory = memoryOf(running);
  await stopped(running);
  const sorted = [...times].sort((a, b) => a - b);
  const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? NaN;
  const [fewest, most] = [Math.min(...calls), Math.max(...calls)];
  const rate = Math.round(times.length / (LOAD_MS / 1000));
  return [
    finding(
      `10 × 500 points for ${CALLERS} callers, 99 % within`,
      `${Math.round(p99)} ms, median ${Math.round(median(times))} ms, ${rate} queries/s`,
      '60 ms',
      p99 <= 60,
    ),
    finding('Calls of the callers, fewest and most', `${count(fewest)}, ${count(most)}`, 'at least half', fewest * 2 >= most),
    finding('Memory after that', megabytes(memory), '160 MB', memory <= 160 * MB),
  ];
} // prettier-ignore

async function encoding(): Promise<Finding> {
  const times = Array.from({ length: 1000 }, (_, i) => Date.UTC(2026, 0, 1) + i * 60_000);
  const frame: Frame = {
    name: 'failures',
    meta: { type: 'timeseries-wide', typeVersion: [0, 1] },
    fields: [
      { name: 'time', type: 'time', values: times },
      ...Array.from({ length: 40 }, (_, line) => ({
        name: 'count',
        type: 'number' as const,
        labels: { scenario: `scenario-${line}` },
        config: { displayNameFromDS: `Scenario ${line}`, unit: 'short' },
        values: times.map((__, i) => (line * i) % 23),
      })),
    ],
  };
  const [found = []] = await timesInTurn(100, [async () => encodeFrame(frame, 'A')]);
  const time = median(found);
  return finding('Encoding 40 × 1,000 points, median of 100', `${time.toFixed(1)} ms`, '5 ms', time <= 5);
}

async function size(what: string, file: string, most: number): Promise<Finding> {
  const bytes = gzipSync(await readFile(path.resolve('dist', file))).length;
  return finding(
    `${what}, compressed`,
    `${(bytes / 1024).toFixed(1)} KB`,
    `${most} KB`,
    bytes <= most * 1024,
  );
}

/** What the plugin costs before it reads any log: `npm run build` first. */
export const backend: Benchmark = {
  title: 'Backend and modules, as built',
  run: async (workplace) => [
    ...(await start()),
    ...(await underLoad(workplace)),
    await encoding(),
    await size('Module of the app', 'module.js', 10),
    await size('Module of the data source', 'datasource/module.js', 40),
  ],
};
