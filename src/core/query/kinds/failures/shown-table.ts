import { amount } from '../../../amount';
import type { Notice } from '../../../frames';
import { isCut, MOST_SHOWN, shownText, type Table, type TableCell } from '../../../plan';

interface Shown {
  readonly table: Table;
  readonly cut: readonly Notice[];
}

/** The table with as much of each text as is shown, and a notice where that is not all of it. */
export function shownTable(table: Table, queryStrings: boolean): Shown {
  const { length } = table.rows.filter((row) => row.some(isLong));
  const shown = (cell: TableCell) => (typeof cell === 'string' ? shownText(cell, queryStrings) : cell);
  const text = `${length === 1 ? 'One row has texts' : `${amount(length)} rows have texts`} of more than ${amount(MOST_SHOWN)} characters, which end with “…” here. “Explain this request” shows them whole.`;
  return {
    table: { ...table, rows: table.rows.map((row) => row.map(shown)) },
    cut: length === 0 ? [] : [{ severity: 'info', text }],
  };
}

const isLong = (cell: TableCell) => typeof cell === 'string' && isCut(cell);
