import { amount } from '../../../amount';
import type { Notice } from '../../../frames';
import { isCut, MOST_SHOWN, shownText, type Table, type TableCell } from '../../../plan';

const isLong = (cell: TableCell): cell is string => typeof cell === 'string' && isCut(cell);

/** The table with as much of each text as is shown, and a notice where that is not all of it. */
export function shownTable(table: Table): { readonly table: Table; readonly cut: readonly Notice[] } {
  const { length } = table.rows.filter((row) => row.some(isLong));
  if (length === 0) {
    return { table, cut: [] };
  }
  const rows = table.rows.map((row) => row.map((cell) => (isLong(cell) ? shownText(cell) : cell)));
  const text = `${length === 1 ? 'One row has texts' : `${amount(length)} rows have texts`} of more than ${amount(MOST_SHOWN)} characters, which end with “…” here. “Explain this request” shows them whole.`;
  return { table: { ...table, rows }, cut: [{ severity: 'info', text }] };
}
