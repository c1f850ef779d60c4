import { canonicalRow, type CanonicalRow } from '../../core/log';
import type { Found } from './found';
import { readFile } from './read-file';

/** A row of a gateway’s log with the record that it was read from, or something else that stood there. */
export type Row = { readonly line: number } & (
  { readonly row: CanonicalRow; readonly record: object } | { readonly error: string }
);

/** All rows of a file in order. */
export async function* readRows(file: string): AsyncGenerator<Row> {
  for await (const found of readFile(file)) {
    yield rowOf(found);
  }
}

function rowOf(found: Found): Row {
  if ('error' in found) {
    return found;
  }
  const { line, record } = found;
  const row = typeof record === 'object' && record !== null ? canonicalRow(record) : undefined;
  return row ? { line, row, record: record as object } : { line, error: 'no gateway record' };
}
