import type { GatewaylensError } from '../../core/errors';
import type { LogFields, Logger } from '../goplugin';

/** Faults of ours with all there is to know; what users can mend themselves briefly. Neither quotes a query or a row. */
export function logProblem(
  log: Logger,
  what: string,
  { code, message, fault, stack, cause }: GatewaylensError,
  fields: LogFields = {},
): void {
  if (fault === 'plugin') {
    log('error', `${what} failed`, {
      ...fields,
      code,
      problem: message,
      stack: stack ?? '',
      cause: said(cause),
    });
  } else if (code !== 'cancelled') {
    log('warn', `${what} failed`, { ...fields, code, problem: message, cause: said(cause) });
  }
}

/** The first line without what it quotes as a value: engines quote rows there, and the query in the next lines. */
function said(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause ?? '');
  const [first = ''] = text.split('\n', 1);
  return first.replace(/'.*'|'.*$/, '…');
}
