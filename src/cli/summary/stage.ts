import { createWriteStream } from 'node:fs';
import { amount } from '../../core/amount';
import { Printer } from '../print/printer';
import { readRows } from '../read/read-rows';
import { Tally } from '../read/tally';

export interface Staged {
  readonly target: string;
  /** Rows that were there, readable or not. */
  readonly rows: number;
  readonly warnings: readonly string[];
  /** Why the file was not read to its end. */
  readonly problem?: unknown;
}

/**
 * Writes the records of a file that the engine cannot read as it is, one in each line. What comes before the place where
 * a file breaks off is kept.
 * @param name what the user calls the file
 */
export async function stage(
  file: string,
  name: string,
  target: string,
  tell: (rows: number, file: string) => void,
): Promise<Staged> {
  const output = createWriteStream(target);
  const failed = new Promise<never>((_, reject) => output.on('error', reject));
  const printer = new Printer(output);
  const tally = new Tally();
  let problem: unknown;
  const read = async () => {
    for await (const found of readRows(file)) {
      tally.add(found);
      tell(tally.rows, file);
      if ('row' in found) {
        await printer.print(`${JSON.stringify(found.record)}\n`);
      }
    }
  };
  const copy = async () => {
    await read().catch((thrown: unknown) => (problem = thrown));
    await printer.end();
    await new Promise<void>((resolve) => output.end(resolve));
  };
  await Promise.race([copy(), failed]);
  const { rows, unreadable, first } = tally;
  const unread = `${amount(unreadable)} of ${amount(rows)} rows of ${name} could not be read, the first in ${first}.`;
  const warnings = [...(unreadable > 0 ? [unread] : []), ...tally.leftOut(name)];
  return { target, rows, warnings, ...(problem === undefined ? {} : { problem }) };
}
