import { createWriteStream } from 'node:fs';
import { count } from '../print/numbers';
import { Printer } from '../print/printer';
import { readRows } from '../read/read-rows';

interface Staged {
  readonly target: string;
  readonly warning: readonly string[];
}

/** Writes the records of a file that the engine cannot read as it is, one in each line. */
export async function stage(
  file: string,
  target: string,
  tell: (rows: number, file: string) => void,
): Promise<Staged> {
  const output = createWriteStream(target);
  const failed = new Promise<never>((_, reject) => output.on('error', reject));
  const printer = new Printer(output);
  let rows = 0;
  let unreadable = 0;
  let first: string | undefined;
  const copy = async () => {
    for await (const found of readRows(file)) {
      tell(++rows, file);
      if ('error' in found) {
        unreadable++;
        first ??= `line ${found.line}: ${found.error}`;
      } else {
        await printer.print(`${JSON.stringify(found.record)}\n`);
      }
    }
    await printer.end();
    await new Promise<void>((resolve) => output.end(resolve));
  };
  await Promise.race([copy(), failed]);
  const warning = `${count(unreadable)} of ${count(rows)} rows of ${file === '-' ? 'standard input' : file} could not be read, the first in ${first}.`;
  return { target, warning: unreadable > 0 ? [warning] : [] };
}
