/**
 * Literals of the Kusto query language. Every value that reaches a query's text passes one of these functions;
 * names of columns come from `log/columns.ts` only and need none.
 * https://learn.microsoft.com/kusto/query/scalar-data-types/string
 */

/** A raw line end would end the literal; everything else may stand as it is. */
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

export function kqlString(value: string): string {
  return `"${value.replace(/[\\"\n\r\t]/g, (c) => ESCAPES[c] ?? c)}"`;
}

/** A value within a literal in either quotes that somebody wrote: without quotes of its own. */
export function kqlTextWithin(value: string): string {
  return value.replace(/[\\"'\n\r\t]/g, (c) => (c === "'" ? "\\'" : (ESCAPES[c] ?? c)));
}

export function kqlNumber(value: number): string {
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(`not a whole number that every engine can hold: ${value}`);
  }
  // A bare minus before a number reads as subtraction in some places.
  return value < 0 ? `long(${value})` : String(value);
}

export function kqlBool(value: boolean): string {
  return value ? 'true' : 'false';
}

/** @param epochMs milliseconds since 1970, UTC */
export function kqlDatetime(epochMs: number): string {
  return `datetime(${new Date(epochMs).toISOString()})`;
}

const TIMESPAN_UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
] as const;

export function kqlTimespan(ms: number): string {
  const [unit, length] = TIMESPAN_UNITS.find(([, size]) => ms % size === 0) ?? ['ms', 1];
  return `${ms / length}${unit}`;
}
