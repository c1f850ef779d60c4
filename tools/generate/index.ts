/** Writes what is generated and committed. With --check it only says what is stale. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { protocol } from './protocol';
import { sources } from './sources';

/** Texts by path. */
export type Files = ReadonlyMap<string, string>;

const check = process.argv.includes('--check');
const stale = [...protocol(), ...sources()].filter(
  ([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text,
);
for (const [file, text] of stale) {
  process.stdout.write(`${check ? 'stale, run npm run generate' : 'written'}: ${file}\n`);
  if (!check) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
process.exitCode = check && stale.length > 0 ? 1 : 0;
