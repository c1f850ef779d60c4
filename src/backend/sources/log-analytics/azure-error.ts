/** What Azure and the way to it say when something goes wrong, as errors of ours: the innermost message, code and id. */
import { GatewaylensError, type ErrorCode } from '../../../core/errors';
import { TransportError } from './http-client';

/** What errors of a request speak of. */
export interface Circumstances {
  readonly host: string;
  /** Tables that the query reads. */
  readonly tables: readonly string[];
  /** Seconds that it had. */
  readonly seconds: number;
  /** Of a query that somebody wrote by hand: lines that were put before it. */
  readonly linesBefore?: number | undefined;
}

const MOST_CHARACTERS = 600;

/** As it should be; whatever answers in the service's place may have anything there. */
export interface ServiceError {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly correlationId?: unknown;
  readonly line?: unknown;
  readonly pos?: unknown;
  readonly innererror?: ServiceError | null;
  readonly details?: readonly ServiceError[] | null;
}

const MOST_LEVELS = 10;
const MOST_OF_CODE = 100;

/** Text in one line, undefined for anything else. */
function text(value: unknown, most: number): string | undefined {
  const short =
    typeof value === 'string'
      ? value
          .slice(0, 2 * most)
          .replace(/\s+/g, ' ')
          .trim()
      : '';
  return short === '' ? undefined : short.slice(0, most);
}

/** An error that the libraries throw, as far as it is one of the service. */
interface HttpError {
  readonly statusCode?: number;
  readonly response?: {
    readonly bodyAsText?: string | null;
    readonly headers: { get(name: string): string | undefined };
  };
}

export function azureError(problem: unknown, about: Circumstances): GatewaylensError {
  if (problem instanceof GatewaylensError) {
    return problem;
  }
  const { host, seconds } = about;
  if (problem instanceof TransportError) {
    return transportError(problem, host);
  }
  const { statusCode, response } = (problem ?? {}) as HttpError;
  if (statusCode === undefined) {
    return unreadable(host, 'it is no table');
  }
  const error = errorIn(response?.bodyAsText ?? '');
  if (!error) {
    return statusCode === 504 || statusCode === 408
      ? new GatewaylensError('azure-too-slow', { seconds })
      : unreadable(
          host,
          statusCode < 300
            ? 'it is cut off, or no JSON'
            : `HTTP ${statusCode} without an error of the service`,
        );
  }
  return new GatewaylensError(codeOf(statusCode, error, about), {
    problem: linesAsWritten(told(error), about),
    host,
    seconds,
    table: about.tables.join(' or '),
  });
}

export function unreadable(host: string, problem: string): GatewaylensError {
  return new GatewaylensError('azure-answer-unreadable', { host, problem });
}

/** Its innermost message, with code and correlation id. */
export function told(error: ServiceError): string {
  const inner = innermost(error);
  const said = text(inner.message, MOST_CHARACTERS) ?? text(error.message, MOST_CHARACTERS);
  const code = text(inner.code, MOST_OF_CODE) ?? text(error.code, MOST_OF_CODE) ?? 'no code';
  const whole = (value: unknown) => (Number.isSafeInteger(value) ? Number(value) : undefined);
  const line = whole(inner.line);
  const isPlaced = line === undefined || /\bline \[/.test(said ?? '');
  const place = isPlaced ? '' : `, line [${line},${whole(inner.pos) ?? 0}]`;
  const id = text(error.correlationId, MOST_OF_CODE);
  const ending = id === undefined ? '' : `, correlation id ${id}`;
  return `${(said ?? 'no reason given').replace(/\.$/, '')}${place} (${code}${ending})`;
}

/** The service counts lines that we put before those of the author. */
const linesAsWritten = (problem: string, { linesBefore = 0 }: Circumstances) =>
  problem.replace(
    /\bline \[(\d+),/g,
    (_, line: string) => `line [${Math.max(1, Number(line) - linesBefore)},`,
  );

/** Seconds or a time, as HTTP has it. @returns ms from now */
export function retryAfter(problem: unknown, now: number): number | undefined {
  const given = (problem as HttpError | undefined)?.response?.headers.get('retry-after');
  if (given === undefined) {
    return undefined;
  }
  // A time is of the service's clock, and ours may be another.
  const itsNow = Date.parse((problem as HttpError).response?.headers.get('date') ?? '');
  const since = Number.isNaN(itsNow) ? now : itsNow;
  const ms = /^\d+$/.test(given) ? Number(given) * 1000 : Date.parse(given) - since;
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

export const statusOf = (problem: unknown) => (problem as HttpError | undefined)?.statusCode;

function codeOf(status: number, error: ServiceError, { tables, linesBefore }: Circumstances): ErrorCode {
  switch (status) {
    case 400: {
      const code = queryError(error, tables);
      return code === 'azure-query-refused' && linesBefore !== undefined ? 'kql-refused' : code;
    }
    case 401:
      return 'azure-wrong-cloud';
    case 403:
      return 'azure-no-rights';
    case 404:
      return 'azure-workspace-unknown';
    case 408:
    case 504:
      return 'azure-too-slow';
    case 413:
      return 'azure-too-large';
    case 429:
      return 'azure-throttled';
    default:
      return 'azure-service-failed';
  }
}

/** A table that is missing and one that may not be seen look the same. */
function queryError(error: ServiceError, tables: readonly string[]): ErrorCode {
  const inner = innermost(error);
  const [code, message] = [text(inner.code, MOST_OF_CODE), text(inner.message, MOST_CHARACTERS) ?? ''];
  if (code === 'UnsupportedApiQueryValidationError') {
    return 'azure-table-basic';
  }
  if (code === 'ResponsePayloadTooLarge' || code === '-2133196797') {
    return 'azure-too-large';
  }
  const isUnresolved = code === 'SEM0100' && /failed to resolve table/i.test(message);
  if (isUnresolved && tables.some((table) => message.includes(table))) {
    return tables.length > 1 ? 'azure-tables-missing' : 'azure-table-missing';
  }
  return 'azure-query-refused';
}

function innermost(error: ServiceError, levels = MOST_LEVELS): ServiceError {
  const next = error.innererror ?? error.details?.[0];
  return next && levels > 0 ? innermost(next, levels - 1) : error;
}

export function errorIn(body: string): ServiceError | undefined {
  try {
    const { error } = JSON.parse(body) as { error?: unknown };
    return typeof error === 'object' && error !== null ? (error as ServiceError) : undefined;
  } catch {
    return undefined;
  }
}

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ALTNAME/;

export function transportError({ reason, code }: TransportError, host: string): GatewaylensError {
  switch (reason) {
    case 'too-large':
      return new GatewaylensError('azure-too-large', {});
    case 'broken':
      return unreadable(host, `the connection broke (${code})`);
    case 'unreachable':
      return new GatewaylensError(CERTIFICATE.test(code) ? 'azure-certificate' : 'azure-unreachable', {
        host,
        problem: code,
      });
  }
}
