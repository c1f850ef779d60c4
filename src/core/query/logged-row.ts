/** One row of the log, found by its correlation id. */
import { columns, rowWith, type CanonicalRow, type ColumnValues } from '../log';
import { reader, type Answer, type RowPlan, type TimeRange } from '../plan';

/** The newest row with this id: of a request with retries or several gateways there may be more. */
export function loggedRowPlan(correlationId: string, range: TimeRange): RowPlan {
  return {
    gives: 'rows',
    range,
    where: [{ column: 'CorrelationId', op: 'equals', value: correlationId }],
    columns: columns.map(({ name }) => name),
    isWhole: true,
    limit: 1,
  };
}

/** @returns undefined when there is none */
export function loggedRowOf({ table }: Answer): CanonicalRow | undefined {
  const [row] = table.rows;
  const read = reader(table);
  return row && rowWith(Object.fromEntries(columns.map(({ name }) => [name, read(row, name)])) as ColumnValues);
} // prettier-ignore
