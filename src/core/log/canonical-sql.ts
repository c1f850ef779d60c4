/** The canonical row as SQL over raw records: every value as text, nested as in the JSON. */
import { columns, type Column, type ColumnType } from './columns';
import { conversions } from './conversion';
import { derivedColumns } from './derived';
import { hasNullTexts, isNullTextSql, withoutNullTextSql } from './null-text';
import { categoryPaths, GATEWAY_CATEGORY, keyPaths, tellingPaths, type Shape } from './shape';

/** How the value at a key path of a raw record is written, as text. */
export type Place = (path: readonly string[]) => string;

/** Where raw records have the values of the canonical row. */
export interface Places {
  readonly place: Place;
  /** Whether no text of an error stands for what is missing, where somebody looked. */
  readonly hasNoNullTexts?: boolean;
  /** Whether there is a value at a key path, where that costs less than the value as text. */
  readonly isThere?: (path: readonly string[]) => string | undefined;
  /** An expression that has a column's value in its type already, where there is one. */
  readonly typed?: (column: Column, paths: readonly (readonly string[])[]) => string | undefined;
}

const STATUS = columns.find(({ name }) => name === 'ResponseCode')!;

/** The engine's types of the logged columns. */
export const sqlTypes = {
  string: 'VARCHAR',
  dynamic: 'VARCHAR',
  int: 'INTEGER',
  long: 'BIGINT',
  bool: 'BOOLEAN',
  datetime: 'TIMESTAMP',
} as const satisfies Record<ColumnType, string>;

/** The value of a logged column of a raw record. */
export function canonicalValue(column: Column, shape: Shape, places: Places): string {
  const { place, typed, hasNoNullTexts } = places;
  const paths = keyPaths(column, shape);
  const value = typed?.(column, paths) ?? conversions[column.type].sql(firstOf(paths, place));
  return hasNullTexts(column) && !hasNoNullTexts ? withoutNullTextSql(value) : value;
}

/** Select list of the logged columns. */
export function canonicalSelect(shape: Shape, places: Places): string[] {
  return columns.map((column) => `${canonicalValue(column, shape, places)} AS "${column.name}"`);
}

/** Whether a raw record is a gateway record of this shape. */
export function isGatewayRecord(shape: Shape, { place, isThere }: Places): string {
  const category = firstOf(categoryPaths(shape), place);
  const telling = tellingPaths(shape).map((path) => isThere?.(path) ?? `${place(path)} IS NOT NULL`);
  return `coalesce(lower(${category}), '${GATEWAY_CATEGORY}') = '${GATEWAY_CATEGORY}' AND (${telling.join(' OR ')})`;
}

/** Whether a raw record’s status can be read, where it has one: without it may have failed. */
export function hasReadableStatus(shape: Shape, places: Places): string {
  const value = canonicalValue(STATUS, shape, places);
  return `(${value} IS NOT NULL OR ${withoutNullTextSql(`coalesce(${firstOf(keyPaths(STATUS, shape), places.place)}, '')`)} = '')`;
}

/** Whether a text of an error stands for what is missing. */
export function hasNullTextSql(shape: Shape, places: Places): string {
  const raw = { ...places, hasNoNullTexts: true };
  return columns
    .filter(hasNullTexts)
    .map((column) => isNullTextSql(canonicalValue(column, shape, raw)))
    .join(' OR ');
}

/** Select list of the derived columns, over a relation of logged ones. */
export const derivedSelect: readonly string[] = derivedColumns.map(({ name, sql }) => `${sql} AS "${name}"`);

function firstOf(paths: readonly (readonly string[])[], place: Place): string {
  const places = paths.map(place);
  // An empty text says nothing: exports of tables carry every column.
  return places.length === 1
    ? String(places[0])
    : `coalesce(${places.map((one) => `nullif(${one}, '')`).join(', ')})`;
}
