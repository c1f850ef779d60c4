import { conversions, type CanonicalRow, withoutQueries } from '../log';

export interface RowError {
  readonly reason: string;
  readonly message: string;
  readonly source: string;
  readonly section: string;
  /** Milliseconds from the request being received to the error. */
  readonly elapsed: number | null;
}

/** What the gateway recorded, in order: the first of several errors may be more telling than the last. */
export function rowErrors(row: CanonicalRow, queryStrings: boolean): readonly RowError[] {
  const cut = (text: string) => (queryStrings ? text : withoutQueries(text));
  const all = listOf(row.Errors).map((error) => errorOf(error, cut));
  const last: RowError = {
    reason: cut(row.LastErrorReason),
    message: cut(row.LastErrorMessage),
    source: row.LastErrorSource,
    section: row.LastErrorSection,
    elapsed: row.LastErrorElapsed,
  };
  if (last.reason + last.message + last.source === '') {
    return all;
  }
  // The last of the list stands in columns of its own, too.
  const listed = all.at(-1);
  return listed?.reason === last.reason ? [...all.slice(0, -1), filledFrom(listed, last)] : [...all, last];
}

function filledFrom(listed: RowError, last: RowError): RowError {
  return {
    reason: last.reason,
    message: last.message || listed.message,
    source: last.source || listed.source,
    section: last.section || listed.section,
    elapsed: last.elapsed ?? listed.elapsed,
  };
}

function listOf(errors: string): readonly object[] {
  try {
    const list: unknown = JSON.parse(errors);
    return Array.isArray(list)
      ? list.filter((one): one is object => typeof one === 'object' && one !== null)
      : [];
  } catch {
    return [];
  }
}

function errorOf(error: object, cut: (text: string) => string): RowError {
  const { reason, message, source, section, elapsed } = error as Readonly<Record<string, unknown>>;
  const text = (value: unknown) => cut(String(conversions.string.read(value)));
  return {
    reason: text(reason),
    message: text(message),
    source: text(source),
    section: text(section),
    elapsed: conversions.long.read(elapsed) as number | null,
  };
}
