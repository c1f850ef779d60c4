import { amount } from '../../../../amount';
import { GatewaylensError } from '../../../../errors';
import type { Frame, Notice } from '../../../../frames';
import type { Table, TableCell } from '../../../../plan';
import { labelsOf, numberField, placesOf, textOf, unfit, type Place } from './columns';

/** Times by lines: more neither a browser nor an alert rule needs. */
const MOST_VALUES = 1_000_000;

interface Line {
  readonly labels: Readonly<Record<string, string>>;
  /** Rows by time. */
  readonly rows: Map<number, readonly TableCell[]>;
}

/**
 * One column of times, numbers, and texts that become labels.
 * @throws GatewaylensError for other columns, and for two values of one series at one time
 */
export function seriesFrame(table: Table): Frame {
  const { times, numbers, texts } = placesOf(table);
  const [time] = times;
  if (!time || times.length > 1 || numbers.length === 0) {
    const problem = times.length !== 1 ? `it has ${times.length || 'no'} columns of times` : 'it has no numbers';
    throw unfit('series', table, problem, 'A series needs one datetime and at least one number, such as summarize count() by bin(TimeGenerated, $__interval).');
  }
  const { lines, notices } = linesOf(table, time, texts);
  const all = [...new Set(lines.flatMap(({ rows }) => [...rows.keys()]))].sort((a, b) => a - b);
  const count = lines.length * numbers.length;
  if (count * all.length > MOST_VALUES) {
    throw new GatewaylensError('kql-values-too-many', { lines: count, times: all.length, allowed: MOST_VALUES });
  }
  const fields = lines.flatMap(({ labels, rows }) =>
    numbers.map((place) => numberField(place, labels, all.map((at) => numberAt(rows.get(at), place)), numbers.length === 1)),
  );
  return {
    name: 'kql',
    meta: { type: 'timeseries-wide', typeVersion: [0, 1], preferredVisualisationType: 'graph', notices },
    fields: lines.length === 0 ? [] : [{ name: time.name, type: 'time', values: all }, ...fields],
  };
} // prettier-ignore

/** The lines of the table, in the order in which they first occur. */
function linesOf(
  table: Table,
  time: Place,
  texts: readonly Place[],
): { readonly lines: readonly Line[]; readonly notices: readonly Notice[] } {
  const lines = new Map<string, Line>();
  let without = 0;
  for (const row of table.rows) {
    const at = row[time.at];
    if (typeof at !== 'number') {
      without += 1;
      continue;
    }
    const key = JSON.stringify(texts.map((place) => textOf(row[place.at])));
    const line = lines.get(key) ?? { labels: labelsOf(row, texts), rows: new Map() };
    if (line.rows.has(at)) {
      const problem = `two rows have the time ${new Date(at).toISOString()} and the same texts`;
      throw unfit('series', table, problem, 'Let summarize make one row of them.');
    }
    line.rows.set(at, row);
    lines.set(key, line);
  }
  const text = `Left out: ${amount(without, 'row')} without a time.`;
  return { lines: [...lines.values()], notices: without === 0 ? [] : [{ severity: 'warning', text }] };
}

const numberAt = (row: readonly TableCell[] | undefined, { at }: Place) => {
  const cell = row?.[at];
  return typeof cell === 'number' ? cell : null;
};
