/** The command line as a process of its own, bundled once for each file of tests, and a folder for its files. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type RunCli = (
  args: readonly string[],
  input?: string,
  environment?: Readonly<Record<string, string>>,
) => Ended;

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** To be called once in a file of tests. */
export function spawnedCli() {
  let bundled: string;
  let folder: string;
  beforeAll(() => {
    // Below the project, where the packages are found.
    const cache = path.resolve('node_modules/.cache');
    mkdirSync(cache, { recursive: true });
    bundled = mkdtempSync(path.join(cache, 'gatewaylens-cli-'));
    folder = mkdtempSync(path.join(tmpdir(), 'gatewaylens-test-'));
    bundle(mainIn(bundled));
  });
  afterAll(() => [bundled, folder].forEach((one) => rmSync(one, { recursive: true })));
  const run: RunCli = (args, input = '', environment = {}) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [mainIn(bundled), ...args], {
      input,
      env: { ...process.env, ...environment },
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };
  const pathOf = (...names: readonly string[]) => path.join(folder, ...names);
  return {
    run,
    /** A path in the folder, which is there before each test and gone after the last. */
    pathOf,
    /** Writes a file into the folder, and gives its path. */
    file: (name: string, content: string | Buffer): string => {
      mkdirSync(path.dirname(pathOf(name)), { recursive: true });
      writeFileSync(pathOf(name), content);
      return pathOf(name);
    },
  };
}

const mainIn = (folder: string) => path.join(folder, 'main.mjs');

function bundle(file: string) {
  const { status, stderr } = spawnSync(
    path.resolve('node_modules/.bin/esbuild'),
    [
      'src/cli/main.ts',
      '--bundle',
      '--platform=node',
      '--format=esm',
      '--packages=external',
      `--outfile=${file}`,
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) {
    throw new Error(stderr);
  }
}
