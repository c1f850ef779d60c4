/** The catalogue's examples as records, in each shape in which gateways write them. */
import { columns, rowWith, type CanonicalRow, type ColumnValues, type Shape } from '../../src/core/log';
import { builtinCatalogue } from '../../src/core/scenarios';

export const kqlColumns = columns.map(({ name, type }) => [name, type] as const);

export interface ObservedRow {
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
    title: `${ref ?? '–'} ${source}`,
    expected: is,
    row: rowWith({ TimeGenerated: noon + i * 1000, CorrelationId: `row-${i}`, ...row }),
  }));

/** A record as JSON.parse would give it; columns without a value are left out, as gateways do. */
export function recordOf(row: ColumnValues, shape: Shape): object {
  const record: Record<string, unknown> = {};
  for (const column of columns) {
    const raw = row[column.name];
    if (raw === null || raw === '') {
      continue;
    }
    const value = column.type === 'datetime' ? new Date(Number(raw)).toISOString() : raw;
    if (shape === 'resource') {
      record[column.name] = value;
      continue;
    }
    const outside = ['timeGenerated', 'resourceId', 'correlationId', 'isRequestSuccess'].includes(
      column.exported[0],
    );
    put(
      record,
      outside ? column.exported[0].split('.') : ['properties', ...column.exported[0].split('.')],
      value,
    );
  }
  return record;
}

function put(record: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    record[key] = value;
    return;
  }
  record[key] ??= {};
  put(record[key] as Record<string, unknown>, rest, value);
}

/** A row for the KQL engine: values in the order of `kqlColumns`. */
export function kqlRow(row: ColumnValues): unknown[] {
  return columns.map(({ name, type }) =>
    type === 'datetime' ? new Date(Number(row[name])).toISOString() : row[name],
  );
}
