import type { EventEmitter } from 'node:events';

/** A signal that is raised when Grafana cancels the call. */
export function callSignal(call: EventEmitter & { readonly cancelled: boolean }): AbortSignal {
  const controller = new AbortController();
  call.once('cancelled', () => controller.abort());
  if (call.cancelled) {
    controller.abort();
  }
  return controller.signal;
}
