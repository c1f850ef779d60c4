/** Rows of gateway logs for tests, and records of them in every form in which gateways and exports write them. */
import {
  bagNames,
  columns,
  rowWith,
  type CanonicalRow,
  type Column,
  type ColumnValues,
  type Shape,
} from '../../src/core/log';
import { builtinCatalogue } from '../../src/core/scenarios';

export interface ObservedRow {
  readonly ref: string | undefined;
  readonly title: string;
  readonly row: CanonicalRow;
  readonly expected: string;
}

const noon = Date.UTC(2026, 10, 1, 12);
export const observedRange = { from: noon, to: noon + 3_600_000 };

/** Every example of every scenario, each with a time and an id of its own. */
export const observedRows: readonly ObservedRow[] = builtinCatalogue.scenarios
  .flatMap(({ id, examples }) => [
    ...examples.matches.map((example) => ({ ...example, is: id })),
    ...examples.doesNotMatch,
  ])
  .map(({ row, is, ref, source }, i) => ({
    ref,
    title: `${ref ?? '–'} ${source}`,
    expected: is,
    row: rowWith({
      TimeGenerated: noon + i * 1000,
      CorrelationId: `row-${i}`,
      Category: 'GatewayLogs',
      ...row,
    }),
  }));

/** A row with a value in every column, none of them that of another column. */
export const fullRow: CanonicalRow = rowWith(
  Object.fromEntries(columns.map((column, i) => [column.name, fullValue(column, i)])),
);

function fullValue({ name, type }: Column, i: number): string | number | boolean {
  switch (type) {
    case 'string':
      return name === 'Category' ? 'GatewayLogs' : `${name} "${i}"`;
    case 'dynamic':
      return '[{"reason":"Timeout","elapsed":3},{"source":"retry"}]';
    case 'bool':
      return false;
    case 'datetime':
      return noon + 3_000_123;
    default:
      return 100 + i;
  }
}

/** A form of a record. */
export interface Writing {
  readonly name: string;
  readonly shape: Shape;
  /** A record as JSON.parse would give it; columns without a value are left out, as gateways do. */
  readonly record: (row: ColumnValues) => Readonly<Record<string, unknown>>;
}

const asText = (record: Record<string, unknown>, bag: string) => ({
  ...record,
  [bag]: JSON.stringify(record[bag]),
});
const isOutside = (path: string) =>
  ['time', 'timeGenerated', 'resourceId', 'correlationId', 'isRequestSuccess', 'category'].includes(path);
/** Every second of the columns that can move there. */
const isBagged = (column: Column) => bagNames(column).length > 0 && columns.indexOf(column) % 2 === 0;

const resource: Writing['record'] = (row) => written(row, ({ name }) => [name]);
const legacy = (row: ColumnValues, which: number): Record<string, unknown> => ({
  ResourceProvider: 'MICROSOFT.APIMANAGEMENT',
  ...written(row, ({ legacy: names }) => [names.at(which) ?? ''], true),
});
const bagged = (row: ColumnValues): Record<string, unknown> => ({
  ResourceProvider: 'MICROSOFT.APIMANAGEMENT',
  AdditionalFields: {},
  ...written(
    row,
    (column) => (isBagged(column) ? ['AdditionalFields', bagNames(column)[0] ?? ''] : [column.legacy[0]]),
    true,
  ),
});
const flat = (row: ColumnValues, which: number) =>
  written(row, ({ exported }) => (exported.at(which) ?? '').split('.'));
const nested = (row: ColumnValues): Record<string, unknown> => ({
  properties: {},
  ...written(row, ({ exported: [path] }) => [...(isOutside(path) ? [] : ['properties']), ...path.split('.')]),
});

export const writings: readonly Writing[] = [
  { name: 'resource-specific', shape: 'resource', record: resource },
  {
    name: 'resource-specific, names of the portal',
    shape: 'resource',
    record: (row) => written(row, (column) => ['alias' in column ? column.alias : column.name]),
  },
  { name: 'AzureDiagnostics', shape: 'legacy', record: (row) => legacy(row, 0) },
  { name: 'AzureDiagnostics, other names', shape: 'legacy', record: (row) => legacy(row, -1) },
  { name: 'AzureDiagnostics, a bag', shape: 'legacy', record: bagged },
  {
    name: 'AzureDiagnostics, a bag as text',
    shape: 'legacy',
    record: (row) => asText(bagged(row), 'AdditionalFields'),
  },
  { name: 'export, flat', shape: 'export', record: (row) => flat(row, 0) },
  { name: 'export, flat, other names', shape: 'export', record: (row) => flat(row, -1) },
  { name: 'export, nested', shape: 'export', record: nested },
  { name: 'export, nested as text', shape: 'export', record: (row) => asText(nested(row), 'properties') },
];

export const writing = (name: string): Writing => {
  const found = writings.find((one) => one.name === name);
  if (!found) {
    throw new RangeError(`no writing ${name}`);
  }
  return found;
};

/** A record in the usual form of a shape. */
export function recordOf(row: ColumnValues, shape: Shape): object {
  const usual = {
    resource: 'resource-specific',
    legacy: 'AzureDiagnostics',
    export: 'export, nested',
  } as const;
  return writing(usual[shape]).record(row);
}

function written(
  row: ColumnValues,
  place: (column: Column) => readonly string[],
  errorsAsText = false,
): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const column of columns) {
    const raw = row[column.name];
    if (raw !== null && raw !== '') {
      put(record, place(column), rawValue(column, raw, errorsAsText));
    }
  }
  return record;
}

function rawValue({ type }: Column, raw: string | number | boolean, errorsAsText: boolean): unknown {
  return type === 'datetime'
    ? new Date(Number(raw)).toISOString()
    : type === 'dynamic' && !errorsAsText
      ? (JSON.parse(String(raw)) as unknown)
      : raw;
}

function put(record: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    record[key] = value;
    return;
  }
  record[key] ??= {};
  put(record[key] as Record<string, unknown>, rest, value);
}

/** A table for the KQL engine or the analyser: names and types of columns, and rows. */
export interface KqlTable {
  readonly columns: readonly (readonly [name: string, type: string])[];
  readonly rows: readonly (readonly unknown[])[];
}

/** `ApiManagementGatewayLogs` with these rows. */
export function resourceTable(rows: readonly ColumnValues[]): KqlTable {
  return tableOf(
    columns.map(({ name, type }) => [name, type]),
    rows.map(resource),
  );
}

/**
 * `AzureDiagnostics` with these rows, in a form of that table. As in a workspace it has the columns that the form ever
 * writes, whatever the rows hold.
 */
export function legacyTable(rows: readonly ColumnValues[], { record }: Writing): KqlTable {
  return tableOf(
    Object.entries(record(fullRow)).map(([name, value]) => [name, legacyType(name, value)]),
    rows.map(record),
  );
}

function tableOf(
  types: KqlTable['columns'],
  records: readonly Readonly<Record<string, unknown>>[],
): KqlTable {
  return { columns: types, rows: records.map((record) => types.map(([name]) => record[name] ?? null)) };
}

function legacyType(name: string, value: unknown): string {
  if (name === 'TimeGenerated') {
    return 'datetime';
  }
  const types: Readonly<Record<string, string>> = { number: 'real', boolean: 'bool', object: 'dynamic' };
  return types[typeof value] ?? 'string';
}
