import { chmodSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inject } from 'postject';
import { npmPackage } from './fetched';
import { pins } from './pins';
import type { Platform } from './platforms';
import { run } from './run';

/** Where Node looks for a program inside itself: https://nodejs.org/docs/latest-v22.x/api/single-executable-applications.html */
const RESOURCE = 'NODE_SEA_BLOB';
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

const BUNDLES = ['backend.cjs', 'cli.cjs', 'azure.cjs'] as const;

/** @returns the folder of Node for a machine, with `bin/node` and its licence */
export function nodeFor(arch: 'x64' | 'arm64'): string {
  const name = `node-linux-${arch}`;
  return npmPackage(name, pins.node.version, pins.node.integrity[name] ?? '');
}

/**
 * What is put into Node: the same for every machine. It has no code that V8 compiled. That would start in half the time
 * (60 ms instead of 110), but comes out differently each time, and cannot be made for another kind of machine.
 * @param bundles folder with the bundles
 */
export function programBlob(bundles: string, folder: string): string {
  const output = 'program.blob';
  const configuration = 'sea.json';
  // The path of the program is in the blob: without a folder it is the same wherever this is made.
  const main = 'start.cjs';
  cpSync('tools/build/start.cjs', path.join(folder, main));
  writeFileSync(
    path.join(folder, configuration),
    JSON.stringify({
      main,
      output,
      disableExperimentalSEAWarning: true,
      useSnapshot: false,
      useCodeCache: false,
      assets: Object.fromEntries(BUNDLES.map((name) => [name, path.resolve(bundles, name)])),
    }),
  );
  // It must be made by the version of Node that reads it.
  const node = path.join(nodeFor(process.arch === 'arm64' ? 'arm64' : 'x64'), 'bin/node');
  run(node, ['--experimental-sea-config', configuration], folder);
  return path.join(folder, output);
}

/** What puts the program into Node warns of every section name that it has to write anew: nothing is wrong with them. */
async function withoutOffsets(work: () => Promise<void>): Promise<void> {
  const { warn } = console;
  console.warn = (text: unknown) => {
    if (!String(text).includes("Can't find string offset for section name")) {
      warn(text);
    }
  };
  await work().finally(() => (console.warn = warn));
}

/** A Node without symbols and with the program in it. */
export async function writeExecutable(
  file: string,
  blob: string,
  { nodeArch, triple }: Platform,
): Promise<void> {
  cpSync(path.join(nodeFor(nodeArch), 'bin/node'), file);
  run(`${triple}-strip`, [file]);
  await withoutOffsets(() => inject(file, RESOURCE, readFileSync(blob), { sentinelFuse: FUSE }));
  chmodSync(file, 0o755);
}
