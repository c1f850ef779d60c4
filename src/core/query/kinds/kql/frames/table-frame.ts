import type { Field, Frame } from '../../../../frames';
import type { Table, TableCell, TableColumn } from '../../../../plan';
import { textOf } from './columns';

/** The table as it came. */
export function tableFrame(table: Table): Frame {
  return {
    name: 'kql',
    meta: { preferredVisualisationType: 'table' },
    fields: table.columns.map((column, at) =>
      fieldOf(
        column,
        table.rows.map((row) => row[at] ?? null),
      ),
    ),
  };
}

export function fieldOf({ name, type, unit }: TableColumn, cells: readonly TableCell[]): Field {
  switch (type) {
    case 'datetime':
      return { name, type: 'time', values: cells as readonly (number | null)[] };
    case 'number':
      return {
        name,
        type: 'number',
        ...(unit === undefined ? {} : { config: { unit } }),
        values: cells as readonly (number | null)[],
      };
    case 'boolean':
      return { name, type: 'boolean', values: cells as readonly (boolean | null)[] };
    case 'string':
      return { name, type: 'string', values: cells.map(textOf) };
  }
}
