import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { zipSync, type Zippable } from 'fflate';

const UNIX = 3;

/**
 * A folder as a zip that is the same for the same files: in the order of their names, all of one date, executable or not.
 * @param name of the folder in the zip
 */
export function zipOf(folder: string, name: string, date: Date): Uint8Array {
  const files: Zippable = {};
  for (const file of filesIn(folder)) {
    const source = path.join(folder, file);
    const mode = statSync(source).mode & 0o111 ? 0o100755 : 0o100644;
    files[`${name}/${file}`] = [readFileSync(source), { os: UNIX, attrs: mode * 2 ** 16 }];
  }
  // A zip has local times, and no zone.
  const local = new Date(date.getTime() + date.getTimezoneOffset() * 60_000);
  return zipSync(files, { level: 6, mtime: local });
}

/** @returns the files below a folder, in the order of their names */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(path.join(folder, file)).isFile())
    .sort();
}
