import type { GatewaylensError } from '../../core/errors';
import type { LogFields, Logger } from '../goplugin';

/** Told of everything that went wrong. @param what was asked for, such as `query` */
export type ProblemReport = (what: string, problem: GatewaylensError, fields?: LogFields) => void;

/**
 * Faults of ours with where they happened, and without what they quote of a query or a row; what users can mend themselves in
 * the words that they read, which may quote what they asked.
 */
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
      problem: unquoted(message),
      stack: placesOf(cause) || placesOf({ stack }),
      cause: said(cause),
    });
  } else if (code !== 'cancelled') {
    log('warn', `${what} failed`, { ...fields, code, problem: message, cause: said(cause) });
  }
}

/** The first line: engines quote the query in the next ones. */
function said(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause ?? '');
  const [first = ''] = text.split('\n', 1);
  // What the engine says of a file names it in double quotes, and that is worth knowing.
  return /^(IO|Permission) Error/.test(first) ? first : unquoted(first);
}

/** Without what stands in quotes, which may be a value of a row. */
function unquoted(text: string): string {
  return text.replace(/'.*'|'.*$/s, '…').replace(/".*"|".*$/s, '…');
}

/** The lines of a stack without its message. */
function placesOf(problem: unknown): string {
  const { stack } = (problem ?? {}) as { stack?: unknown };
  return typeof stack === 'string'
    ? stack
        .split('\n')
        .filter((line) => /^\s+at /.test(line))
        .join('\n')
    : '';
}
