import path from 'node:path';
import { mkdir } from 'node:fs/promises';
import { count, megabytes, seconds, type Benchmark } from './benchmark';
import { writeMillion } from './log-data';
import { median } from './median';
import type { FileReading } from './read-files';
import { runTsx } from './run-tsx';

const MILLIONS = 10;
const MOST_MS = 5000;
const MOST_MEMORY = 2 * 2 ** 30;

/** The table of scenarios over ten weeks of exported files. */
export const parquetTaxonomy: Benchmark = {
  title: 'Parquet files',
  run: async ({ folder, million, runs }) => {
    const files = path.join(folder, 'parquet');
    await mkdir(files);
    for (let n = 0; n < MILLIONS; n++) {
      await writeMillion(path.join(files, `${n}.parquet`), 'parquet', n, million);
    }
    const args = [files, '*.parquet', 'taxonomy', String(MILLIONS), String(runs)];
    const { first, further, processor, memory, requests } = JSON.parse(
      await runTsx('tools/bench/read-files.ts', args, 'text'),
    ) as FileReading;
    if (requests !== MILLIONS * million) {
      throw new Error(`${requests} of ${MILLIONS * million} rows were read`);
    }
    const usual = median(further);
    return [
      {
        what: `${count(requests)} rows of Parquet, taxonomy`,
        measured: `${seconds(usual)} (processor ${seconds(median(processor))}), first ${seconds(first)}`,
        target: seconds(MOST_MS),
        isMet: usual <= MOST_MS,
      },
      {
        what: 'Peak memory of its process',
        measured: megabytes(memory),
        target: megabytes(MOST_MEMORY),
        isMet: memory <= MOST_MEMORY,
      },
    ];
  },
};
