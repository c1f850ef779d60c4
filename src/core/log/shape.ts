import { columns, type Column, type ColumnName } from './columns';

/**
 * A form in which gateway records come:
 * - `resource`: rows of the table `ApiManagementGatewayLogs`, PascalCase keys;
 * - `export`: camelCase JSON of diagnostic exports, Event Hub and self-hosted gateways, flat or below `properties`.
 */
export const shapes = ['resource', 'export'] as const;
export type Shape = (typeof shapes)[number];

/** Where a record of this shape may keep a column: key paths, the first one present wins. */
export function keyPaths(column: Column, shape: Shape): readonly (readonly string[])[] {
  if (shape === 'resource') {
    return [[column.name]];
  }
  const paths = column.exported.map((path) => path.split('.'));
  return [...paths, ...paths.map((path) => ['properties', ...path])];
}

/** Columns that nearly every record has, and nothing but a gateway record has together. */
const telling: readonly ColumnName[] = [
  'ResponseCode',
  'IsRequestSuccess',
  'LastErrorReason',
  'LastErrorMessage',
  'Method',
  'Url',
];
const tellingPaths = shapes.map((shape) => ({
  shape,
  paths: columns.filter(({ name }) => telling.includes(name)).flatMap((column) => keyPaths(column, shape)),
}));

/** The shape of a record, or undefined when it is no gateway record. */
export function shapeOf(record: object): Shape | undefined {
  return tellingPaths.find(({ paths }) => paths.some((path) => valueAt(record, path) !== undefined))?.shape;
}

export function valueAt(record: unknown, path: readonly string[]): unknown {
  let value = record;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) {
      return undefined;
    }
    value = (value as Record<string, unknown>)[key];
  }
  return value ?? undefined;
}
