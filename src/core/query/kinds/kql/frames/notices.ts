/** What has to be said of an answer to a query that was written by hand. */
import { amount } from '../../../../amount';
import type { Notice } from '../../../../frames';
import { usesMacro, type Table, type TableCell } from '../../../../plan';
import type { KqlQuery } from '../query';

export function noticesOf(query: KqlQuery, table: Table, isOfRows: boolean): readonly Notice[] {
  const { rows } = table;
  const rounded = roundedColumns(table);
  return [
    ...(rows.length === 0 ? [info('The query gave no rows.')] : []),
    ...(isOfRows && rows.length > query.limit ? [warning(`The query gave ${amount(rows.length)} rows, of which only the first ${amount(query.limit)} are shown.`)] : []),
    ...(rounded.length > 0 ? [warning(`Whole numbers beyond 2^53 are rounded in: ${rounded.join(', ')}. tostring() shows all their digits.`)] : []),
    ...(hasIdleFilters(query) ? [warning('Filters are left out: they hold for $__classify, which this query does not use.')] : []),
  ];
} // prettier-ignore

const info = (text: string): Notice => ({ severity: 'info', text });
const warning = (text: string): Notice => ({ severity: 'warning', text });

const hasIdleFilters = ({ where, text }: KqlQuery) =>
  where.some(({ values }) => values.length > 0) && !usesMacro(text, '__classify');

function roundedColumns({ columns, rows }: Table): readonly string[] {
  const isRounded = (cell: TableCell | undefined) => Number.isInteger(cell) && !Number.isSafeInteger(cell);
  return columns
    .filter(({ type, unit }, at) => type === 'number' && unit === undefined && rows.some((row) => isRounded(row[at])))
    .map(({ name }) => name);
} // prettier-ignore
