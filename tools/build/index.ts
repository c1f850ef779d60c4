/** npm run build: the whole plugin into dist. */
import { spawnSync } from 'node:child_process';
import { buildBackend } from './backend';

const mode = process.argv.includes('--development') ? 'development' : 'production';
const { status } = spawnSync('rspack', ['build', '--mode', mode], { stdio: 'inherit' });
if (status !== 0) {
  process.exit(status ?? 1);
}
await buildBackend();
