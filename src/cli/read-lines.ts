import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { GatewaylensError } from '../core/errors';

export interface Line {
  /** The file, or - for standard input. */
  readonly file: string;
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
}

/** All lines of the files that are not blank, one after the other. */
export async function* readLines(files: readonly string[]): AsyncGenerator<Line> {
  for (const file of files) {
    try {
      let number = 0;
      for await (const text of createInterface({ input: open(file), crlfDelay: Infinity })) {
        number++;
        if (text.trim() !== '') {
          yield { file, number, text };
        }
      }
    } catch (problem) {
      throw new GatewaylensError('file-unreadable', { path: file, problem: (problem as Error).message });
    }
  }
}

function open(file: string): Readable {
  if (file === '-') {
    return process.stdin;
  }
  const raw = createReadStream(file);
  if (!file.endsWith('.gz')) {
    return raw;
  }
  const unzipped = createGunzip();
  raw.on('error', (problem) => unzipped.destroy(problem));
  return raw.pipe(unzipped);
}
