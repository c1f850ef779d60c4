/** The canonical row as SQL over raw records: every value as text, nested as in the JSON. */
import { columns, type Column } from './columns';
import { conversions } from './conversion';
import { derivedColumns } from './derived';
import { categoryPaths, GATEWAY_CATEGORY, keyPaths, tellingPaths, type Shape } from './shape';

/** How the value at a key path of a raw record is written, as text. */
export type Place = (path: readonly string[]) => string;

/**
 * Select list of the logged columns.
 * @param typed an expression that has a column's value in its type already, where there is one
 */
export function canonicalSelect(
  shape: Shape,
  place: Place,
  typed: (column: Column, paths: readonly (readonly string[])[]) => string | undefined = () => undefined,
): string[] {
  return columns.map((column) => {
    const paths = keyPaths(column, shape);
    const value = typed(column, paths) ?? conversions[column.type].sql(firstOf(paths, place));
    return `${value} AS "${column.name}"`;
  });
}

/** Whether a raw record is a gateway record of this shape. */
export function isGatewayRecord(shape: Shape, place: Place): string {
  const category = firstOf(categoryPaths(shape), place);
  const telling = tellingPaths(shape).map((path) => `${place(path)} IS NOT NULL`);
  return `coalesce(lower(${category}), '${GATEWAY_CATEGORY}') = '${GATEWAY_CATEGORY}' AND (${telling.join(' OR ')})`;
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
