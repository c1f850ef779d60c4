import { readFileSync } from 'node:fs';

/** What is fetched at packaging, each with the hash that it must have. */
interface Pins {
  readonly node: { readonly version: string; readonly integrity: Readonly<Record<string, string>> };
  readonly debian: Readonly<Record<string, DebianPin>>;
}

export interface DebianPin {
  readonly version: string;
  readonly sha256: Readonly<Record<string, string>>;
}

interface PackageLock {
  readonly packages: Readonly<Record<string, { readonly version: string; readonly integrity: string }>>;
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as unknown;

export const PINS_FILE = 'tools/package/pins.json';
export const pins = read(PINS_FILE) as Pins;

/** Version and hash of a package that package-lock.json names, also one for another machine than this. */
export function locked(name: string): { readonly version: string; readonly integrity: string } {
  const { packages } = read('package-lock.json') as PackageLock;
  const found = packages[`node_modules/${name}`];
  if (!found) {
    throw new Error(`package-lock.json does not name ${name}`);
  }
  return found;
}
