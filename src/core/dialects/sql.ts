/**
 * Literals of DuckDB's SQL. Every value that reaches a query's text passes one of these functions; names of columns
 * come from `log/columns.ts` only.
 * https://duckdb.org/docs/stable/sql/data_types/literal_types
 */

export function sqlString(value: string): string {
  const quoted = (part: string) => `'${part.replaceAll("'", "''")}'`;
  // NUL ends the text of a statement for the parser, so it is put in by a function.
  return value.includes('\0') ? `(${value.split('\0').map(quoted).join(' || chr(0) || ')})` : quoted(value);
}

const ASCII = /^[\0-\x7f]*$/;

/** What `lower()` makes of a text, made here where no engine can differ: each call in a query has to be planned. */
export function sqlLowerCase(value: string): string {
  return ASCII.test(value) ? sqlString(value.toLowerCase()) : `lower(${sqlString(value)})`;
}

export function sqlNumber(value: number): string {
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(`not a whole number that every engine can hold: ${value}`);
  }
  return value < 0 ? `(${value})` : String(value);
}

export function sqlBool(value: boolean): string {
  return value ? 'true' : 'false';
}

/** @param epochMs milliseconds since 1970; timestamps in the embedded engine are UTC without a zone */
export function sqlTimestamp(epochMs: number): string {
  const text = new Date(epochMs).toISOString();
  // Years before 0 and after 9999 are written otherwise.
  return /^\d/.test(text)
    ? `TIMESTAMP '${text.replace('T', ' ').replace('Z', '')}'`
    : `epoch_ms(${sqlNumber(epochMs)})`;
}
