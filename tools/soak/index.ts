/**
 * npm run soak [-- --minutes 10 --callers 16 --executable FILE]: many callers ask the built backend without a pause. It fails
 * when a call fails, or when the backend holds more and more memory or open files.
 */
import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { builtExecutable } from '../../tests/support/built-plugin';
import { PluginProcess } from '../../tests/support/plugin-process';
import { caller, newTally, type Tally } from './calls';
import { judged, sampleOf, type Judgement, type Sample } from './memory';
import { workplace } from './workplace';

const say = (text: string) => process.stdout.write(`${text}\n`);
const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;
const SAMPLES = 100;
const SHOWN = 10;

function options() {
  const { values } = parseArgs({
    options: { minutes: { type: 'string' }, callers: { type: 'string' }, executable: { type: 'string' } },
  });
  const [minutes, callers] = [Number(values.minutes ?? 10), Number(values.callers ?? 16)];
  if (!(minutes > 0) || !Number.isInteger(callers) || callers < 1) {
    throw new Error('--minutes and --callers are numbers above zero');
  }
  return { minutes, callers, executable: values.executable ?? builtExecutable() };
}

async function sampled(pid: number, ms: number): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  for (let i = 0; i < SAMPLES; i++) {
    await sleep(ms / SAMPLES);
    samples.push(sampleOf(pid));
  }
  return samples;
}

function report(
  { times, queries, cancelled, others, failed }: Tally,
  { fifths, isFlat }: Judgement,
  seconds: number,
): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => `${Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? NaN)} ms`;
  const asked = [...queries.values()].reduce((sum, count) => sum + count, 0);
  say(
    `${times.length} calls with ${asked} queries (${Math.round(asked / seconds)} a second), ${others} others, ${cancelled} given up`,
  );
  say(`Answered in ${at(0.5)} (median), ${at(0.95)} (95 %), ${at(0.99)} (99 %), ${at(1)} (longest)`);
  [...queries].sort().forEach(([name, count]) => say(`  ${name.padEnd(28)} ${count}`));
  say(`Memory in each fifth of the time: ${fifths.map(({ resident }) => megabytes(resident)).join(', ')}`);
  say(`Open files: ${fifths.map(({ open }) => open).join(', ')}`);
  say(
    `Flat, which is at most 10 % more memory and 10 more files in the last fifth than in the second: ${isFlat ? 'yes' : 'NO'}`,
  );
  say(`Failed calls: ${failed.length}`);
  [...new Set(failed)].slice(0, SHOWN).forEach((text) => say(`  ${text}`));
}

async function main(): Promise<void> {
  const { minutes, callers, executable } = options();
  const place = await workplace(say);
  const tally = newTally();
  try {
    const plugin = await PluginProcess.start([executable], place.environment);
    say(`${callers} callers for ${minutes} minutes on ${cpus().length} cores`);
    const end = performance.now() + minutes * 60_000;
    const calling = Array.from({ length: callers }, () =>
      caller(plugin, place.sources, tally, () => performance.now() > end),
    );
    const judgement = judged(await sampled(plugin.child.pid!, minutes * 60_000));
    await Promise.all(calling);
    await plugin.stop();
    report(tally, judgement, minutes * 60);
    process.exitCode = tally.failed.length === 0 && judgement.isFlat ? 0 : 1;
  } finally {
    place.end();
  }
}

main().catch((problem: unknown) => {
  process.stderr.write(`${String(problem)}\n`);
  process.exit(2);
});
