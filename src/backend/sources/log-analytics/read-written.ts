/** Cells of any column that Kusto has, by the type that the answer tells: https://learn.microsoft.com/kusto/query/scalar-data-types */
import type { Table, TableCell, TableColumn, TableColumnType } from '../../../core/plan';
import { unreadable } from './azure-error';
import { cellOf } from './read-rows';
import type { Reply } from './requests';

const TYPES: Readonly<Record<string, TableColumnType>> = {
  bool: 'boolean',
  boolean: 'boolean',
  datetime: 'datetime',
  date: 'datetime',
  dynamic: 'string',
  guid: 'string',
  uuid: 'string',
  uniqueid: 'string',
  int: 'number',
  long: 'number',
  real: 'number',
  double: 'number',
  decimal: 'number',
  timespan: 'number',
  time: 'number',
  string: 'string',
};

/**
 * The answer as a table; lengths of time are milliseconds.
 * @throws GatewaylensError for a column or a cell that is none
 */
export function writtenTable({ columns: names, types, rows }: Reply, host: string): Table {
  const columns = names.map((name, at) => columnOf(name, types[at] ?? '', names.indexOf(name) < at, host));
  const cells = rows.map((row) =>
    columns.map(({ name, type }, at) => {
      const kusto = types[at] ?? '';
      const cell = readCell(row[at], kusto, type);
      if (cell === undefined) {
        throw unreadable(host, `the column ${name} holds something else than ${kusto}`);
      }
      return cell;
    }),
  );
  return { columns, rows: cells };
}

function columnOf(name: string, kusto: string, isAgain: boolean, host: string): TableColumn {
  const type = Object.hasOwn(TYPES, kusto) ? TYPES[kusto] : undefined;
  if (type === undefined || isAgain) {
    throw unreadable(host, isAgain ? `it has two columns ${name}` : `the column ${name} is of an unknown type`);
  }
  return isTimespan(kusto) ? { name, type, unit: 'ms' } : { name, type };
} // prettier-ignore

const isTimespan = (kusto: string) => kusto === 'timespan' || kusto === 'time';

/** @returns undefined for a value that no column of this type can hold */
function readCell(value: unknown, kusto: string, type: TableColumnType): TableCell | undefined {
  if (type === 'datetime' || isTimespan(kusto)) {
    const text = value === null ? '' : value;
    return typeof text !== 'string' ? undefined : text === '' ? null : isTimespan(kusto) ? timespan(text) : time(text);
  }
  // Dynamic values are the text of their JSON, but some may come as JSON.
  const isJson = kusto === 'dynamic' && value !== undefined && value !== null && typeof value !== 'string';
  return cellOf(isJson ? JSON.stringify(value) : value, type);
} // prettier-ignore

function time(text: string): number | undefined {
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms;
}

const TIMESPAN = /^(-)?(?:(\d+)\.)?(\d{1,2}):(\d{2}):(\d{2}(?:\.\d+)?)$/;

/** Such as 00:05:00 or 1.02:03:04.5. */
function timespan(text: string): number | undefined {
  const [, minus, days = '0', hours, minutes, seconds] = TIMESPAN.exec(text) ?? [];
  if (hours === undefined) {
    return undefined;
  }
  const ms = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60_000 + Number(seconds) * 1000;
  return minus ? -ms : ms;
}
