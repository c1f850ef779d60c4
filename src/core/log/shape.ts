import { columns, type Column, type ColumnName } from './columns';
import { readJson } from './read-json';

/**
 * A form in which gateway records come:
 * - `resource`: rows of the table `ApiManagementGatewayLogs`, PascalCase keys;
 * - `legacy`: rows of `AzureDiagnostics`, whose names carry their type (`responseCode_d`), and which keeps what exceeds
 *   its number of columns in the bag `AdditionalFields`, under the same names without the type;
 * - `export`: camelCase JSON of diagnostic exports, Event Hub and self-hosted gateways, flat or below `properties`.
 */
export const shapes = ['resource', 'legacy', 'export'] as const;
export type Shape = (typeof shapes)[number];

/** Keys whose value may be an object written as text. */
export const BAGS = ['AdditionalFields', 'properties'] as const;

/** Where a record of this shape may keep a column: key paths, the first one present wins. */
export function keyPaths(column: Column, shape: Shape): readonly (readonly string[])[] {
  switch (shape) {
    case 'resource':
      return 'alias' in column ? [[column.name], [column.alias]] : [[column.name]];
    case 'legacy':
      return [
        ...column.legacy.map((name) => [name]),
        ...bagNames(column).map((name) => ['AdditionalFields', name]),
      ];
    case 'export': {
      const paths = column.exported.map((path) => path.split('.'));
      return [...paths, ...paths.map((path) => ['properties', ...path])];
    }
  }
}

/** Names in the bag of `AzureDiagnostics`: those of typed columns without their type. */
export function bagNames(column: Column): readonly string[] {
  return column.legacy.flatMap((name) => /^(.+)_[sdbg]$/.exec(name)?.[1] ?? []);
}

/** Columns that only a gateway record has; other logs share names such as method and url. */
const TELLING: readonly ColumnName[] = [
  'ResponseCode',
  'IsRequestSuccess',
  'LastErrorReason',
  'LastErrorMessage',
];

/** Key paths of which a gateway record has at least one. */
export function tellingPaths(shape: Shape): readonly (readonly string[])[] {
  return columns
    .filter(({ name }) => TELLING.includes(name))
    .flatMap((column) => (shape === 'resource' ? [[column.name]] : keyPaths(column, shape)));
}

/** Key paths at which a record names its category. */
export function categoryPaths(shape: Shape): readonly (readonly string[])[] {
  return columns.filter(({ name }) => name === 'Category').flatMap((column) => keyPaths(column, shape));
}

export const GATEWAY_CATEGORY = 'gatewaylogs';

const recognised = shapes.map((shape) => ({
  shape,
  telling: tellingPaths(shape),
  category: categoryPaths(shape),
}));

/** The shape of a record, or undefined when it is no gateway record. */
export function shapeOf(record: object): Shape | undefined {
  return recognised.find(({ telling, category }) => {
    const named = category.map((path) => valueAt(record, path)).find((value) => value !== undefined);
    return (
      (named === undefined || String(named).toLowerCase() === GATEWAY_CATEGORY) &&
      telling.some((path) => valueAt(record, path) !== undefined)
    );
  })?.shape;
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

/** The record with its bags as objects: some exports write them as text. */
export function withOpenBags(record: object): object {
  const closed = BAGS.filter((bag) => typeof (record as Record<string, unknown>)[bag] === 'string');
  if (closed.length === 0) {
    return record;
  }
  const opened: Record<string, unknown> = { ...record };
  for (const bag of closed) {
    try {
      opened[bag] = readJson(String(opened[bag]));
    } catch {
      // Text that is no JSON holds no columns.
    }
  }
  return opened;
}
