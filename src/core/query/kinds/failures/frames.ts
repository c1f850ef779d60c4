import { amount } from '../../../amount';
import type { Field, Frame, Notice } from '../../../frames';
import { dimension, reader, type Answer, type Table } from '../../../plan';
import { explainLinks, runbookLinks } from '../../links';
import { namedScenarios } from '../../named-scenarios';
import { numbers, texts, times } from '../../table-fields';
import { emptyNotices, totalsOf } from '../../totals';
import type { QueryContext } from '../kind';
import { columnsOf } from './columns';
import type { FailuresQuery } from './query';
import { shownTable } from './shown-table';

export function frames(
  query: FailuresQuery,
  context: QueryContext,
  [failed, all]: readonly Answer[],
): readonly Frame[] {
  if (!failed || !all) {
    return [];
  }
  const limit: readonly Notice[] =
    failed.table.rows.length < query.limit
      ? []
      : [{ severity: 'info', text: `Only the newest ${amount(query.limit)} are shown.` }];
  const { table, cut } = shownTable(failed.table, query.queryStrings);
  const notices = [...emptyNotices(totalsOf(all), table.rows.length), ...limit, ...cut];
  return [
    query.format === 'logs'
      ? logFrame(query, context, table, notices)
      : tableFrame(query, context, table, notices),
  ];
}

function tableFrame(
  query: FailuresQuery,
  { catalogue }: QueryContext,
  table: Table,
  notices: readonly Notice[],
): Frame {
  const read = reader(table);
  const named = namedScenarios(catalogue);
  const ids = table.rows.map((row) => String(read(row, 'Scenario')));
  const fields = columnsOf(query).map(({ column, title }): Field => {
    const values = table.rows.map((row) => read(row, column));
    const type = table.columns.find(({ name }) => name === column)?.type;
    switch (type) {
      case 'datetime':
        return times(column, title, values as (number | null)[], { links: EXPLAIN_ROW });
      case 'number':
        return numbers(column, title, values as (number | null)[], column.endsWith('Time') ? 'ms' : 'none');
      default:
        return texts(column, title, values.map(String), column === 'CorrelationId' ? { links: EXPLAIN } : {});
    }
  });
  const [time, ...others] = fields;
  return {
    name: 'failures',
    meta: { preferredVisualisationType: 'table', notices },
    fields: [
      ...(time ? [time] : []),
      texts('title', 'Scenario', ids.map(named.title), { links: RUNBOOK }),
      ...others,
    ],
  };
}

/** Named as dimensions are, so that a value can become a filter. */
const LINE_DIMENSIONS = ['service', 'region', 'api', 'operation', 'backendHost', 'errorSource'] as const;

/** Of a log line's field with the id. */
const RUNBOOK_OF_LINE = runbookLinks('${__value.raw}');

/** Of a correlation id itself, and of the first cell of its row, which is always in sight. */
const EXPLAIN = explainLinks('__value.raw');
const EXPLAIN_ROW = explainLinks('__data.fields.CorrelationId');

/** Of a table's row: the id stands behind time and title. */
const RUNBOOK = runbookLinks('${__data.fields[2]}');

/** As https://grafana.com/developers/dataplane/logs describes log lines. */
function logFrame(
  query: FailuresQuery,
  { catalogue }: QueryContext,
  table: Table,
  notices: readonly Notice[],
): Frame {
  const read = reader(table);
  const named = namedScenarios(catalogue);
  const text = (name: string) => table.rows.map((row) => String(read(row, name) ?? ''));
  const address = query.queryStrings ? 'Url' : 'UrlPath';
  const lines = table.rows.map((row) => {
    const [status, method, url, scenario, reason, message] = [
      'ResponseCode', 'Method', address, 'Scenario', 'LastErrorReason', 'LastErrorMessage',
    ].map((name) => String(read(row, name) ?? '')); // prettier-ignore
    return [`${status || '-'} ${method} ${url}`, named.title(scenario ?? ''), reason, message]
      .filter((part) => part !== '')
      .join(' | ');
  });
  return {
    name: 'failures',
    meta: { type: 'log-lines', typeVersion: [0, 0], preferredVisualisationType: 'logs', notices },
    fields: [
      times('timestamp', 'Time', table.rows.map((row) => Number(read(row, 'TimeGenerated') ?? 0))),
      texts('body', 'Line', lines),
      texts('severity', 'Severity', text('Outcome').map((outcome) => (outcome === 'masked' ? 'warning' : 'error'))),
      texts('id', 'Correlation id', text('CorrelationId'), { links: EXPLAIN }),
      texts('scenario', 'Scenario', text('Scenario'), { links: RUNBOOK_OF_LINE }),
      texts('meaning', 'Meaning', text('Scenario').map((id) => named.get(id)?.summary ?? '')),
      texts('whatToDo', 'What to do', text('Scenario').map((id) => named.get(id)?.remediation[0] ?? '')),
      ...LINE_DIMENSIONS.map((id) => texts(id, dimension(id).title, text(dimension(id).column))),
      texts('resourceId', 'Resource id', text('_ResourceId')),
    ],
  }; // prettier-ignore
}
