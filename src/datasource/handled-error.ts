import { isFetchError } from '@grafana/runtime';
import { problemOf } from '../ui/problem';

/**
 * What a resource refused, with its hint, as an error: Grafana rejects with a plain object, which its variables cannot
 * tell. For a place that shows it, so Grafana does not show it another time.
 */
export function handledError(thrown: unknown): Error {
  if (!isFetchError(thrown)) {
    return thrown instanceof Error ? thrown : new Error(String(thrown));
  }
  thrown.isHandled = true;
  const { message, hint = '' } = problemOf(thrown);
  return new Error(`${message} ${hint}`.trim());
}
