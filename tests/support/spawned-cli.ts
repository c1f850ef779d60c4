/** The command line as a process of its own, bundled once for each file of tests. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';

export interface Spawned {
  readonly run: (
    args: readonly string[],
    input?: string,
    environment?: Readonly<Record<string, string>>,
  ) => Ended;
  readonly dispose: () => void;
}

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function spawned(): Spawned {
  // Below the project, where the packages are found.
  const cache = path.resolve('node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'gatewaylens-cli-'));
  const bundle = path.join(folder, 'main.mjs');
  const options = [
    '--bundle',
    '--platform=node',
    '--format=esm',
    '--packages=external',
    `--outfile=${bundle}`,
  ];
  const built = spawnSync(path.resolve('node_modules/.bin/esbuild'), ['src/cli/main.ts', ...options], {
    encoding: 'utf8',
  });
  if (built.status !== 0) {
    throw new Error(built.stderr);
  }
  return {
    run: (args, input = '', environment = {}) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], {
        input,
        env: { ...process.env, ...environment },
        encoding: 'utf8',
      });
      return { status, stdout, stderr };
    },
    dispose: () => rmSync(folder, { recursive: true }),
  };
}
