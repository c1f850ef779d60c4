import { spawnSync } from 'node:child_process';
import { buildBackend } from './backend';

/** Builds the whole plugin into dist. @returns the files that backend and command line were bundled of */
export async function buildPlugin(mode: 'production' | 'development'): Promise<readonly string[]> {
  const { status } = spawnSync('rspack', ['build', '--mode', mode], { stdio: 'inherit' });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
  return buildBackend();
}
