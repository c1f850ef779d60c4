import { isFetchError } from '@grafana/runtime';

interface Refusal {
  readonly message?: string;
  readonly hint?: string;
}

/**
 * What a resource refused, with its hint, as an error: Grafana rejects with a plain object, which its variables cannot
 * tell. For a place that shows it, so Grafana does not show it another time.
 */
export function handledError(thrown: unknown): Error {
  if (!isFetchError<Refusal | undefined>(thrown)) {
    return thrown instanceof Error ? thrown : new Error(String(thrown));
  }
  thrown.isHandled = true;
  const { message = thrown.statusText ?? `Status ${thrown.status}`, hint = '' } = thrown.data ?? {};
  return new Error(`${message} ${hint}`.trim());
}
