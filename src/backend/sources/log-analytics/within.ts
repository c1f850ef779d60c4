import { GatewaylensError } from '../../../core/errors';

/**
 * Work with a deadline, which ends too when nobody waits for it any more: not everything that the libraries do hears the
 * signal.
 * @throws GatewaylensError `azure-too-slow` or `cancelled`, and whatever the work throws in time
 */
export async function within<T>(
  ms: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const timer = new AbortController();
  const timeout = setTimeout(() => timer.abort(), Math.max(0, ms));
  const either = AbortSignal.any([signal, timer.signal]);
  try {
    return await orAborted(work(either), either);
  } catch (problem) {
    throw signal.aborted
      ? new GatewaylensError('cancelled')
      : timer.signal.aborted
        ? new GatewaylensError('azure-too-slow', { seconds: Math.max(1, Math.round(ms / 1000)) })
        : problem;
  } finally {
    clearTimeout(timeout);
  }
}

async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let leave: (() => void) | undefined;
  const left = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason as Error);
    signal.addEventListener('abort', leave, { once: true });
  });
  if (signal.aborted) {
    leave!();
  }
  try {
    return await Promise.race([work, left]);
  } finally {
    signal.removeEventListener('abort', leave!);
    work.catch(() => undefined);
  }
}
