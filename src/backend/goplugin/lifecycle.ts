import { existsSync } from 'node:fs';

/**
 * Reasons to stop that no message announces: the host was killed, or nobody reads the log any more. Without this a
 * plugin would outlive its Grafana.
 */
export function onAbandoned(stop: (why: string) => void, everyMs = 1000): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) {
      stop('the host process is gone');
    }
  }, everyMs).unref();
  process.stderr.on('error', () => stop('nobody reads the log'));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => stop(signal));
  }
}

/** A host that has to connect anew, or a later part of the plugin, would miss a file that was tidied away. */
export function onRemoved(file: string, stop: (why: string) => void, everyMs = 1000): void {
  setInterval(() => {
    if (!existsSync(file)) {
      stop('the folder of its socket was removed');
    }
  }, everyMs).unref();
}
