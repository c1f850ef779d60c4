import { canonicalRow, withOpenBags, type CanonicalRow } from '../../core/log';
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
  if (typeof record !== 'object' || record === null) {
    return { line, error: NO_RECORD };
  }
  const opened = withOpenBags(record);
  if (isDeeper(opened, DEEPEST)) {
    return { line, error: 'nested too deep' };
  }
  const row = canonicalRow(opened);
  return row ? { line, row, record } : { line, error: NO_RECORD };
}

const NO_RECORD = 'no gateway record';
/** Much deeper than any gateway’s records; what is thousands deep cannot be written as JSON again. */
const DEEPEST = 100;

function isDeeper(value: unknown, levels: number): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    (levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1)))
  );
}
