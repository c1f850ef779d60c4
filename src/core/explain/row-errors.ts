import { conversions, type CanonicalRow, withoutQueries } from '../log';

export interface RowError {
  readonly reason: string;
  readonly message: string;
  readonly source: string;
  readonly section: string;
  /** Milliseconds from the request being received to the error. */
  readonly elapsed: number | null;
}

/** What the gateway recorded: the first of several errors may be more telling than the last. */
export interface RowErrors {
  readonly count: number;
  /** Only when there were several. */
  readonly first?: RowError;
  readonly last: RowError;
}

/** @returns undefined when the row tells of no error */
export function rowErrors(row: CanonicalRow, queryStrings: boolean): RowErrors | undefined {
  const cut = (text: string) => (queryStrings ? text : withoutQueries(text));
  const all = listOf(row.Errors);
  const last: RowError = {
    reason: cut(row.LastErrorReason),
    message: cut(row.LastErrorMessage),
    source: row.LastErrorSource,
    section: row.LastErrorSection,
    elapsed: row.LastErrorElapsed,
  };
  const [first] = all;
  if (all.length > 1 && first) {
    return { count: all.length, first: errorOf(first, cut), last };
  }
  return last.reason + last.message + last.source === '' ? undefined : { count: 1, last };
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
