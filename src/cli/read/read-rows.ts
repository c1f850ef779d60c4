import { answered, canonicalRow, shapeOf, withOpenBags, type CanonicalRow } from '../../core/log';
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
  const { line, record: read } = found;
  if (typeof read !== 'object' || read === null) {
    return { line, error: NO_RECORD };
  }
  const opened = withOpenBags(answered(read));
  const record = isDeeper(opened, DEEPEST) ? (cutAt(opened, DEEPEST) as object) : opened;
  const row = canonicalRow(record);
  return row ? { line, row, record } : { line, error: shapeOf(record) ? NO_STATUS : NO_RECORD };
}

const NO_RECORD = 'no gateway record';
const NO_STATUS = 'its status is no number';
/** Much deeper than any gateway’s records; what is thousands deep cannot be written as JSON again. */
const DEEPEST = 100;

function isDeeper(value: unknown, levels: number): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    (levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1)))
  );
}

function cutAt(value: unknown, levels: number): unknown {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (levels === 0) {
    return null;
  }
  return Array.isArray(value)
    ? value.map((inner) => cutAt(inner, levels - 1))
    : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cutAt(inner, levels - 1)]));
}
