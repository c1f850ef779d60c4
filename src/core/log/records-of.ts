import { ofTable, tableRecord } from './table-record';

/**
 * The records of a JSON value: those of a list, of an envelope with `records` or of an answer of Log Analytics, or the
 * value itself. An hour without requests is exported as an empty envelope.
 */
export function recordsOf(value: unknown): readonly unknown[] {
  return listOf(value) ?? [value];
}

function listOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) {
    return value as readonly unknown[];
  }
  const { records, tables } = (value ?? {}) as { readonly records?: unknown; readonly tables?: unknown };
  if (Array.isArray(records)) {
    return records as readonly unknown[];
  }
  return Array.isArray(tables) ? tables.flatMap(rowsOf) : undefined;
}

/** The rows of a table as Log Analytics answers: names of columns apart from their values. */
function rowsOf(table: unknown): readonly unknown[] {
  const { columns, rows } = (table ?? {}) as { readonly columns?: unknown; readonly rows?: unknown };
  if (!Array.isArray(columns) || !Array.isArray(rows)) {
    return [table];
  }
  const names = columns.map((column) => String((column as { readonly name?: unknown } | null)?.name ?? ''));
  return rows.map((row) => (Array.isArray(row) ? tableRecord(names, row) : (row as unknown)));
}

/** What the `az` tool adds to each row of a query’s answer, in which every column has a key. */
export const TABLE_NAME = 'TableName';

/** How that tool writes what is missing. */
export const MISSING = 'None';

/** A row of an answer as the `az` tool writes it says what is missing; any other record is as it was. */
export function answered(record: object): object {
  if (!(TABLE_NAME in record)) {
    return record;
  }
  const filled = Object.entries(record).filter(([, value]) => value !== MISSING);
  return ofTable(Object.fromEntries(filled), Object.keys(record));
}
