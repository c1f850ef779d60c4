/**
 * The canonical row: every gateway record, whatever its shape, with the same columns, types and nulls.
 * TypeScript reads single records; KQL and SQL text does the same for whole tables. All come from `columns`.
 */
import { columns, type ColumnName, type ColumnValues } from './columns';
import { conversions } from './conversion';
import { derivedColumns, type DerivedName } from './derived';
import { keyPaths, shapeOf, shapes, valueAt, type Shape } from './shape';

export type RowColumn = ColumnName | DerivedName;
export type CanonicalRow = ColumnValues & Readonly<Record<DerivedName, string>>;

/** @returns undefined when the record is no gateway record */
export function canonicalRow(record: object): CanonicalRow | undefined {
  const shape = shapeOf(record);
  return shape && withDerived(readColumns(record, shape));
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
      if (raw !== undefined) {
        break;
      }
    }
    values[name] = read(raw);
  }
  return values as ColumnValues;
}

function withDerived(values: ColumnValues): CanonicalRow {
  const row = values as ColumnValues & Record<DerivedName, string>;
  for (const { name, read } of derivedColumns) {
    row[name] = read(values);
  }
  return row;
}

/** KQL that starts from the resource-specific table and yields the given columns of the canonical row. */
export function canonicalKql(needed: ReadonlySet<string>): string[] {
  const derived = derivedColumns.filter(({ name }) => needed.has(name));
  return derived.map(({ name, kql }) => `| extend ${name} = ${kql}`);
}

/**
 * SQL select list that turns raw records (every value as text, nested as in the JSON) into logged columns.
 * @param source alias of the relation of raw records
 */
export function canonicalSelect(shape: Shape, source: string): string[] {
  return columns.map((column) => {
    const places = keyPaths(column, shape).map((path) =>
      [source, ...path.map((key) => `"${key}"`)].join('.'),
    );
    const text = places.length > 1 ? `coalesce(${places.join(', ')})` : String(places[0]);
    return `${conversions[column.type].sql(text)} AS "${column.name}"`;
  });
}

/** SQL select list of the derived columns, over a relation of logged ones. */
export const derivedSelect: readonly string[] = derivedColumns.map(({ name, sql }) => `${sql} AS "${name}"`);
