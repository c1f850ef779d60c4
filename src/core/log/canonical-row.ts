/**
 * The canonical row: every gateway record, whatever its shape, with the same columns, types and nulls. This is the
 * meaning for single records; canonical-kql.ts and canonical-sql.ts say the same for whole tables.
 */
import { columns, type ColumnName, type ColumnValues } from './columns';
import { conversions } from './conversion';
import { derivedColumns, type DerivedName, type DerivedValues } from './derived';
import { keyPaths, shapeOf, shapes, valueAt, withOpenBags, type Shape } from './shape';

export type RowColumn = ColumnName | DerivedName;
export type CanonicalRow = ColumnValues & DerivedValues;

/** @returns undefined when the record is no gateway record */
export function canonicalRow(record: object): CanonicalRow | undefined {
  const opened = withOpenBags(record);
  const shape = shapeOf(opened);
  return shape && withDerived(readColumns(opened, shape));
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
      read: conversions[column.type].read,
    })),
  ]),
);

function readColumns(record: object, shape: Shape): ColumnValues {
  const values: Record<string, unknown> = {};
  for (const { name, paths, read } of readers.get(shape) ?? []) {
    let raw: unknown;
    for (const path of paths) {
      raw = valueAt(record, path);
      // An empty text says nothing: exports of tables carry every column.
      if (raw !== undefined && raw !== '') {
        break;
      }
    }
    values[name] = read(raw);
  }
  return values as ColumnValues;
}

function withDerived(values: ColumnValues): CanonicalRow {
  const row: Record<string, unknown> = values as unknown as Record<string, unknown>;
  for (const { name, read } of derivedColumns) {
    row[name] = read(row as ColumnValues & Record<string, unknown>);
  }
  return row as unknown as CanonicalRow;
}
