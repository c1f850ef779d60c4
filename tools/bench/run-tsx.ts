import { spawn } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** Runs a TypeScript file in a process of its own. */
export function runTsx(file: string, args: readonly string[], output: 'text' | 'none'): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(root, 'node_modules/.bin/tsx'), [path.join(root, file), ...args], {
      stdio: ['ignore', output === 'text' ? 'pipe' : 'ignore', 'inherit'],
    });
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (piece: string) => (text += piece));
    child.on('error', reject);
    child.on('close', (status) =>
      status === 0 ? resolve(text) : reject(new Error(`${file} ended with status ${status}`)),
    );
  });
}
