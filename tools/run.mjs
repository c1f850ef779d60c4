/**
 * node tools/run.mjs COMMAND …: runs a command of node_modules/.bin, after installing what package-lock.json names if
 * that has changed. It needs nothing but Node, so every npm script works on a fresh checkout.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const lock = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
const marker = path.join(root, 'node_modules', '.installed-lock');

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Node 20.19 or newer is needed; this is ${process.versions.node}.\n`);
  process.exit(1);
}

function run(command, args, stdio = 'inherit') {
  const { status, error } = spawnSync(command, args, {
    stdio,
    cwd: root,
    env: {
      ...process.env,
      PATH: `${path.join(root, 'node_modules', '.bin')}${path.delimiter}${process.env.PATH}`,
    },
  });
  if (error) {
    process.stderr.write(`${command}: ${error.message}\n`);
  }
  return status ?? 1;
}

if (!existsSync(marker) || readFileSync(marker, 'utf8') !== lock) {
  process.stderr.write('Installing packages…\n');
  // What the command itself prints may be read by another program.
  const toErrors = ['inherit', 2, 'inherit'];
  const status = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], toErrors);
  if (status !== 0) {
    process.exit(status);
  }
  writeFileSync(marker, lock);
}

const [command, ...args] = process.argv.slice(2);
process.exit(run(command, args));
