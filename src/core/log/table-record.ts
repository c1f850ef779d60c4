/** Rows of tables, as queries give them: a record for each, which says so where a column is missing that would tell why it failed. */
import { canonicalRow } from './canonical-row';
import { isOpen, leftOut } from './left-out';
import { shapeOf, type Shape } from './shape';

/** The record of a row of a table; empty cells are missing. */
export function tableRecord(names: readonly string[], cells: readonly unknown[]): object {
  const filled = names.flatMap((name, i) => {
    const cell = cells[i] ?? '';
    return cell === '' ? [] : [[name, cell] as const];
  });
  return withLeftOut(Object.fromEntries(filled), names);
}

/** @param names of the columns of the table that the record is a row of */
export function withLeftOut(record: object, names: readonly string[]): object {
  const shape = shapeOfNames(names) ?? 'resource';
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

const messageIn: Readonly<Record<Shape, (record: object, message: string) => object>> = {
  resource: (_, message) => ({ LastErrorMessage: message }),
  legacy: (_, message) => ({ lastError_message_s: message }),
  export: (record, message) => ({
    lastError: { ...(record as { readonly lastError?: object }).lastError, message },
  }),
};
