/** Rows of tables, as queries give them: a record for each, which says so where a column is missing that would tell why it failed. */
import { canonicalRow } from './canonical-row';
import { columns, type ColumnName } from './columns';
import { isOpen, leftOut } from './left-out';
import { keyPaths, shapeOf, shapes, type Shape } from './shape';

/** The record of a row of a table; empty cells are missing, and of a name that stands twice the first column counts. */
export function tableRecord(names: readonly string[], cells: readonly unknown[]): object {
  const record: Record<string, unknown> = {};
  names.forEach((name, i) => {
    const cell = cells[i] ?? '';
    if (cell !== '' && names.indexOf(name) === i) {
      record[name] = cell;
    }
  });
  return ofTable(record, names);
}

/** @param names of the columns of the table that the record is a row of */
export function ofTable(all: object, names: readonly string[]): object {
  const shape = shapeOfNames(names) ?? 'resource';
  const record = withoutOtherTimes(all, names, shape);
  const message = leftOut(names, shape);
  const row = message === undefined ? undefined : canonicalRow(record);
  return message !== undefined && row && isOpen(row)
    ? { ...record, ...messageIn[shape](record, message) }
    : record;
}

/** The shape of records with these columns. They name no category: what stands below them may. */
export function shapeOfNames(names: readonly string[]): Shape | undefined {
  return shapeOf(
    Object.fromEntries(names.filter((name) => name.toLowerCase() !== 'category').map((name) => [name, ''])),
  );
}

function withoutOtherTimes(record: object, names: readonly string[], shape: Shape): object {
  const misleading = misleadingTimes(names, shape);
  return misleading.length === 0
    ? record
    : Object.fromEntries(Object.entries(record).filter(([key]) => !misleading.includes(key)));
}

/**
 * Columns of a table to be taken for missing: without the backend’s time the other times would leave its part to the
 * gateway, which would be wrong.
 */
export function misleadingTimes(names: readonly string[], shape: Shape): readonly string[] {
  const { backend, others } = timeKeys[shape];
  return names.some((name) => backend.has(name)) ? [] : names.filter((name) => others.has(name));
}

const keysOf = (shape: Shape, ...names: readonly ColumnName[]) =>
  new Set(
    columns
      .filter(({ name }) => names.includes(name))
      .flatMap((column) => keyPaths(column, shape).map(([key = '']) => key)),
  );

/** Top-level keys of the backend’s time, and of the times that are told beside it. */
const timeKeys = Object.fromEntries(
  shapes.map((shape) => [
    shape,
    { backend: keysOf(shape, 'BackendTime'), others: keysOf(shape, 'ClientTime', 'CacheTime') },
  ]),
) as Readonly<Record<Shape, { readonly backend: Set<string>; readonly others: Set<string> }>>;

const messageIn: Readonly<Record<Shape, (record: object, message: string) => object>> = {
  resource: (_, message) => ({ LastErrorMessage: message }),
  legacy: (_, message) => ({ lastError_message_s: message }),
  export: (record, message) => ({
    lastError: { ...(record as { readonly lastError?: object }).lastError, message },
  }),
};
