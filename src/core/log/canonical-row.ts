/**
 * The canonical row: every gateway record, whatever its shape, with the same columns, types and nulls. This is the
 * meaning for single records; canonical-kql.ts and canonical-sql.ts say the same for whole tables.
 */
import { columns, type ColumnName, type ColumnValues } from './columns';
import { conversions } from './conversion';
import { derivedColumns, type DerivedName, type DerivedValues } from './derived';
import { hasNullTexts, withoutNullText } from './null-text';
import { keyPaths, shapeOf, shapes, valueAt, withOpenBags, type Shape } from './shape';

export type RowColumn = ColumnName | DerivedName;
export type CanonicalRow = ColumnValues & DerivedValues;

/** @returns undefined when the record is no gateway record, or has a status that cannot be read: it may have failed */
export function canonicalRow(record: object): CanonicalRow | undefined {
  const opened = withOpenBags(record);
  const shape = shapeOf(opened);
  if (!shape) {
    return undefined;
  }
  const values = readColumns(opened, shape);
  return values.ResponseCode === null && isPresent(withoutNullText(rawValue(opened, statusPaths[shape])))
    ? undefined
    : withDerived(values);
}

/** A row with these values, all others missing: how examples and tests write rows. */
export function rowWith(values: Partial<ColumnValues>): CanonicalRow {
  return withDerived({ ...readColumns({}, 'resource'), ...values });
}

/** Places and conversion of every column, laid out once for each shape. */
const readers = new Map(
  shapes.map((shape) => [
    shape,
    columns.map((column) => ({
      name: column.name,
      paths: keyPaths(column, shape),
      read: hasNullTexts(column)
        ? (raw: unknown) => conversions[column.type].read(withoutNullText(raw))
        : conversions[column.type].read,
    })),
  ]),
);

const statusPaths = Object.fromEntries(
  [...readers].map(([shape, all]) => [shape, all.find(({ name }) => name === 'ResponseCode')?.paths ?? []]),
) as Readonly<Record<Shape, readonly (readonly string[])[]>>;

function readColumns(record: object, shape: Shape): ColumnValues {
  const values: Record<string, unknown> = {};
  for (const { name, paths, read } of readers.get(shape) ?? []) {
    values[name] = read(rawValue(record, paths));
  }
  return values as ColumnValues;
}

/** An empty text says nothing: exports of tables carry every column. */
const isPresent = (raw: unknown) => raw !== undefined && raw !== '';

function rawValue(record: object, paths: readonly (readonly string[])[]): unknown {
  for (const path of paths) {
    const raw = valueAt(record, path);
    if (isPresent(raw)) {
      return raw;
    }
  }
  return undefined;
}

function withDerived(values: ColumnValues): CanonicalRow {
  const row: Record<string, unknown> = values as unknown as Record<string, unknown>;
  for (const { name, read } of derivedColumns) {
    row[name] = read(row as ColumnValues & Record<string, unknown>);
  }
  return row as unknown as CanonicalRow;
}
