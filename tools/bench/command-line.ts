import path from 'node:path';
import { count, seconds, type Benchmark } from './benchmark';
import { writeMillion } from './log-data';
import { median } from './median';
import { runTsx } from './run-tsx';

const RUNS = 2;

/** Rows that the command line classifies, one by one in TypeScript. */
export const commandLine: Benchmark = {
  title: 'Command line',
  run: async ({ folder, million }) => {
    const file = path.join(folder, 'command-line.ndjson');
    await writeMillion(file, 'ndjson', 0, million);
    const times: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const start = performance.now();
      await runTsx('src/cli/main.ts', ['classify', '--output', 'json', file], 'none');
      times.push(performance.now() - start);
    }
    const time = median(times);
    return [
      {
        what: `${count(million)} rows of JSON, classify`,
        measured: `${seconds(time)}: ${count(Math.round((million / time) * 1000))} rows a second`,
        target: '',
        isMet: true,
      },
    ];
  },
};
