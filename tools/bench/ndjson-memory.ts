import { link, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { count, megabytes, seconds, type Benchmark } from './benchmark';
import { writeMillion } from './log-data';
import type { FileReading } from './read-files';
import { runTsx } from './run-tsx';

const MILLIONS = 10;
const MOST = 1.25;

/** Whether memory follows the number of rows. */
export const ndjsonMemory: Benchmark = {
  title: 'Files of JSON lines',
  run: async ({ folder, million }) => {
    const files = path.join(folder, 'ndjson');
    await mkdir(files);
    const single = path.join(files, '0.ndjson');
    await writeMillion(single, 'ndjson', 0, million);
    // Ten names of one file are ten files to whoever reads them.
    for (let n = 1; n < MILLIONS; n++) {
      await link(single, path.join(files, `${n}.ndjson`));
    }
    const read = async (pattern: string) =>
      JSON.parse(
        await runTsx('tools/bench/read-files.ts', [files, pattern, 'taxonomy', '1', '0'], 'text'),
      ) as FileReading;
    const [few, many] = [await read('0.ndjson'), await read('*.ndjson')];
    if (many.requests !== MILLIONS * few.requests || few.requests !== million) {
      throw new Error(`${few.requests} and ${many.requests} rows were read`);
    }
    const ratio = many.memory / few.memory;
    return [
      {
        what: `${count(many.requests)} rows of JSON instead of ${count(few.requests)}, peak memory`,
        measured: `${megabytes(many.memory)} instead of ${megabytes(few.memory)}: ${ratio.toFixed(2)} ×`,
        target: `flat: ${MOST} ×`,
        isMet: ratio <= MOST,
      },
      {
        what: 'Time of the first answer, taxonomy',
        measured: `${seconds(many.first)} instead of ${seconds(few.first)}`,
        target: '',
        isMet: true,
      },
    ];
  },
};
