import { isInReach, type Notice } from '../../../../frames';
import type { Table, TableCell } from '../../../../plan';

/** The table without times that no frame can hold, as those of what never ends, and what has to be said of it. */
export function withinReach(table: Table): { readonly table: Table; readonly beyond: readonly Notice[] } {
  const isBeyond = (cell: TableCell | undefined, at: number) =>
    table.columns[at]?.type === 'datetime' && typeof cell === 'number' && !isInReach(cell);
  const names = table.columns.filter((_, at) => table.rows.some((row) => isBeyond(row[at], at))).map(({ name }) => name);
  if (names.length === 0) {
    return { table, beyond: [] };
  }
  const text = `Times before 1678 or after 2261, which Grafana cannot show, are left out in: ${names.join(', ')}. tostring() shows them.`;
  const rows = table.rows.map((row) => row.map((cell, at) => (isBeyond(cell, at) ? null : cell)));
  return { table: { ...table, rows }, beyond: [{ severity: 'warning', text }] };
} // prettier-ignore
