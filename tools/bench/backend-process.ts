import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface Running {
  readonly child: ChildProcess;
  /** The first line that it printed, and ms until then. */
  readonly line: string;
  readonly startedIn: number;
}

/** A process that says in one line where it serves. */
export async function started(
  command: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<Running> {
  const start = performance.now();
  const child = spawn(command, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr?.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-2000)));
  const lines = createInterface({ input: child.stdout! });
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${command} ended: ${said}`);
  });
  ended.catch(() => undefined);
  const [line] = (await Promise.race([once(lines, 'line'), ended])) as [string];
  return { child, line, startedIn: performance.now() - start };
}

export async function stopped({ child }: Running): Promise<void> {
  const exit = once(child, 'exit');
  child.kill();
  await exit;
}

/** Resident memory, bytes. */
export function memoryOf({ child }: Running): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) * 1024;
}
