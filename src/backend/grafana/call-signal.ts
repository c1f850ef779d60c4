import type { EventEmitter } from 'node:events';

/** A signal that is raised when Grafana cancels the call. */
export function callSignal(call: EventEmitter): AbortSignal {
  const controller = new AbortController();
  call.once('cancelled', () => controller.abort());
  return controller.signal;
}
