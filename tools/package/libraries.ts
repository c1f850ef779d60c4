import { copyFileSync, existsSync, mkdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { debianPackage } from './fetched';
import { pins } from './pins';
import type { Platform } from './platforms';
import { run } from './run';

/**
 * Copies the loader and every library that the executables need, and these in turn, from Debian’s packages.
 * @param executables that are loaded; those beside them are no matter of ours
 */
export function copyLibraries(folder: string, executables: readonly string[], platform: Platform): void {
  mkdirSync(folder, { recursive: true });
  const beside = new Set(executables.map((file) => path.basename(file)));
  const copied = new Set<string>();
  const follow = (file: string) => {
    for (const name of needed(file, platform)) {
      if (!beside.has(name) && !copied.has(name)) {
        copied.add(name);
        const library = libraryOf(name, platform);
        copyFileSync(library, path.join(folder, name));
        follow(library);
      }
    }
  };
  executables.forEach(follow);
  if (!copied.has(platform.loader)) {
    throw new Error(`nothing asks for ${platform.loader}: is it still what starts programs?`);
  }
}

function needed(file: string, { triple }: Platform): readonly string[] {
  const entries = run(`${triple}-readelf`, ['--dynamic', '--wide', file]);
  return [...entries.matchAll(/\(NEEDED\).*\[(.+)\]/g)].map(([, name]) => name!);
}

function libraryOf(name: string, { arch, triple }: Platform): string {
  for (const debian of Object.keys(pins.debian)) {
    for (const place of [`lib/${triple}`, `usr/lib/${triple}`]) {
      const file = path.join(debianPackage(debian, arch), place, name);
      if (existsSync(file)) {
        return realpathSync(file);
      }
    }
  }
  throw new Error(`none of the pinned Debian packages has ${name} for ${arch}`);
}
