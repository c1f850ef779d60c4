import { amount } from '../../../../amount';
import type { Frame } from '../../../../frames';
import type { Table } from '../../../../plan';
import { placesOf, textOf, unfit, type Place } from './columns';
import { fieldOf } from './table-frame';

/** What a log line is called, the best name first; any other text will do. */
const BODIES = ['body', 'line', 'message', 'lasterrormessage', 'title'];
const SEVERITIES = ['severity', 'severitylevel', 'level'];
const IDS = ['id', 'correlationid'];

/**
 * As https://grafana.com/developers/dataplane/logs describes log lines: a time and a text, and what else there is.
 * @throws GatewaylensError for a table without times or texts
 */
export function logFrame(table: Table): Frame {
  const { times, texts } = placesOf(table);
  const time = times.find(({ name }) => name === 'TimeGenerated') ?? times[0];
  const body = named(texts, BODIES) ?? texts[0];
  if (!time || !body) {
    const problem = time ? 'it has no texts' : 'it has no column of times';
    throw unfit('logs', table, problem, 'Log lines need a datetime and a text; a text named “body” goes before others.');
  }
  const rows = table.rows.filter((row) => typeof row[time.at] === 'number');
  const known = { severity: named(texts, SEVERITIES), id: named(texts, IDS) };
  const special = [time.at, body.at, known.severity?.at, known.id?.at];
  const others = table.columns.map((column, at) => ({ ...column, at })).filter(({ at }) => !special.includes(at));
  const text = (name: string, place: Place | undefined) =>
    place ? [{ name, type: 'string' as const, values: rows.map((row) => textOf(row[place.at])) }] : [];
  const without = table.rows.length - rows.length;
  const notices = [{ severity: 'warning', text: `Left out: ${amount(without, 'row')} without a time.` } as const];
  return {
    name: 'kql',
    meta: { type: 'log-lines', typeVersion: [0, 0], preferredVisualisationType: 'logs', ...(without > 0 ? { notices } : {}) },
    fields: [
      { name: 'timestamp', type: 'time', values: rows.map((row) => Number(row[time.at])) },
      ...text('body', body),
      ...text('severity', known.severity),
      ...text('id', known.id),
      ...others.map((column) => fieldOf(renamed(column), rows.map((row) => row[column.at] ?? null))),
    ],
  };
} // prettier-ignore

function named(texts: readonly Place[], names: readonly string[]): Place | undefined {
  return names.map((name) => texts.find((one) => one.name.toLowerCase() === name)).find((one) => one);
}

const TAKEN = ['timestamp', 'body', 'severity', 'id'];

/** Of a column that has one of the names that mean something else here. */
const renamed = (column: Place): Place =>
  TAKEN.includes(column.name) ? { ...column, name: `${column.name}_` } : column;
