/** What an answer becomes, as the query’s format wants it. */
import { GatewaylensError } from '../../../../errors';
import type { Frame } from '../../../../frames';
import { withoutQueries } from '../../../../log';
import type { Answer, Table } from '../../../../plan';
import type { QueryContext } from '../../kind';
import type { KqlQuery } from '../query';
import { logFrame } from './log-frame';
import { noticesOf } from './notices';
import { numericFrame } from './numeric-frame';
import { seriesFrame } from './series-frame';
import { tableFrame } from './table-frame';
import { withinReach } from './within-reach';

/** @throws GatewaylensError for columns that do not fit the format, and for a format that an alert rule cannot evaluate */
export function frames(
  query: KqlQuery,
  { forAlert }: QueryContext,
  [answer]: readonly Answer[],
): readonly Frame[] {
  const { format, limit } = query;
  const isOfRows = format === 'table' || format === 'logs';
  if (forAlert && isOfRows) {
    throw new GatewaylensError('kql-format-in-alert', { format });
  }
  if (!answer) {
    return [];
  }
  const { table: told, beyond } = withinReach(answer.table);
  const all = shown(query, told);
  const table = isOfRows ? { ...all, rows: all.rows.slice(0, limit) } : all;
  const notices = [...noticesOf(query, all, isOfRows), ...beyond];
  // An empty workspace does not even tell columns, and no data is a frame without fields.
  const frame = table.columns.length === 0 ? { ...NOTHING, fields: [] } : framed[format](table);
  const { notices: own = [], ...meta } = frame.meta;
  const said = [...notices, ...own];
  return [{ ...frame, meta: { ...meta, ...(said.length > 0 ? { notices: said } : {}) } }];
}

const NOTHING: Omit<Frame, 'fields'> = { name: 'kql', meta: {} };

const framed: Readonly<Record<KqlQuery['format'], (table: Table) => Frame>> = {
  series: seriesFrame,
  numeric: numericFrame,
  table: tableFrame,
  logs: logFrame,
};

/** Any text may hold an address. */
function shown({ queryStrings }: KqlQuery, table: Table): Table {
  return queryStrings
    ? table
    : {
        ...table,
        rows: table.rows.map((row) =>
          row.map((cell) => (typeof cell === 'string' ? withoutQueries(cell) : cell)),
        ),
      };
}
