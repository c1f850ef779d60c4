/** Health of the source, step by step: token, tables, rows and how late they come. */
import { amount } from '../../../core/amount';
import { asGatewaylensError, GatewaylensError } from '../../../core/errors';
import type { GatewayTable } from '../../../core/log';
import { toKql } from '../../../core/predicate';
import { settingName, type LogAnalyticsSettings } from '../../../core/settings';
import type { Capability } from '../log-source';
import { unreadable } from './azure-error';
import { basicNotice } from './basic-plan';
import { LATE_MS, span, STALE_MS } from './lateness';
import { cellOf } from './read-rows';
import type { Reply } from './requests';
import { tableNames as names } from './table-names';
import { leavesOutSilently, type Scope } from './scope';

interface Way {
  readonly token: () => Promise<void>;
  readonly send: (kql: string, timespan: { from: number; to: number }, table: string) => Promise<Reply>;
  readonly settings: Pick<LogAnalyticsSettings, 'tables' | 'basicLogsEnabled' | 'workspaces'>;
  readonly scope: Scope;
  readonly host: string;
  readonly now: () => number;
}

const DAY = 86_400_000;

const filters: Readonly<Record<GatewayTable, readonly string[]>> = {
  resource: [],
  legacy: ['| where ResourceProvider == "MICROSOFT.APIMANAGEMENT" and Category == "GatewayLogs"'],
};

/** @throws GatewaylensError when no logs can be read at all */
export async function check(way: Way): Promise<readonly Capability[]> {
  await way.token();
  const { tables } = way.settings;
  const found = await Promise.all(
    tables.map((table) => tableCheck(table, way).catch((problem: unknown) => amiss(problem, names[table]))),
  );
  const problems = found.filter((one) => one instanceof GatewaylensError);
  if (problems.length === tables.length) {
    throw tables.length > 1
      ? new GatewaylensError('azure-tables-missing', { problem: 'both were asked for' })
      : problems[0]!;
  }
  return [
    { name: 'Login', state: 'ok', message: 'Azure gave a token.' },
    ...found.map((one, i) => (one instanceof GatewaylensError ? limitedBy(names[tables[i]!], one) : one)),
    ...(tables.length === 1 ? await otherTable(way) : []),
    ...(leavesOutSilently(way.scope, way.settings) ? [silentRights] : []),
    ...(way.settings.basicLogsEnabled ? [basicCost] : []),
  ];
}

/** Of two tables one is enough, and a part of the logs is logs. */
function amiss(problem: unknown, table: string): GatewaylensError | Capability {
  const error = asGatewaylensError(problem);
  switch (error.code) {
    case 'azure-table-missing':
      return error;
    case 'azure-partial':
      return limitedBy(table, error);
    default:
      throw error;
  }
}

/** What is amiss but leaves logs to be read. */
const limitedBy = (name: string, { message, hint, code }: GatewaylensError): Capability => ({
  name,
  state: 'limited',
  message,
  hint: `${hint} (${code})`,
});

const silentRights: Capability = {
  name: 'Rights',
  state: 'limited',
  message:
    'Of an instance, Azure gives only the rows that the identity may see, without a word about others.',
  hint: 'If rows are missing, give the identity Monitoring Reader on the instance, or name the workspace.',
};

const basicCost: Capability = {
  name: 'Basic plan',
  state: 'limited',
  message: basicNotice.text,
};

async function tableCheck(table: GatewayTable, way: Way): Promise<Capability> {
  const name = names[table];
  const { rows, newest, delay } = await numbersOf(table, way);
  const ageMs = newest === null ? Infinity : Math.max(0, way.now() - newest);
  if (rows === 0) {
    return limitedBy(name, new GatewaylensError('azure-table-empty', { table: name }));
  }
  const [age, after] = [span(ageMs), span(delay)];
  if (ageMs > STALE_MS || delay > LATE_MS) {
    return limitedBy(name, new GatewaylensError('azure-rows-stale', { table: name, age, after }));
  }
  return {
    name,
    state: 'ok',
    message: `${amount(rows, 'row')} in the last day in ${name}, the newest of ${age} ago, ingested after ${after}.`,
  };
}

interface Numbers {
  readonly rows: number;
  readonly newest: number | null;
  /** How late rows come, ms: 95 of 100 come earlier. */
  readonly delay: number;
}

async function numbersOf(table: GatewayTable, { send, scope, now, host }: Way): Promise<Numbers> {
  const ms = (later: string, earlier: string) => `datetime_diff('millisecond', ${later}, ${earlier})`;
  const kql = [
    names[table],
    ...filters[table],
    ...scope.where.map((one) => `| where ${toKql(one)}`),
    '| extend Ingested = ingestion_time()',
    `| extend Delay = iff(isnull(Ingested), long(null), ${ms('Ingested', 'TimeGenerated')})`,
    '| summarize Rows = count(), Newest = max(TimeGenerated), Delay = percentile(Delay, 95)',
    `| project Rows, Newest = ${ms('Newest', 'datetime(1970-01-01)')}, Delay`,
  ].join('\n');
  const to = now();
  return numbersIn(await send(kql, { from: to - DAY, to }, names[table]), host);
}

/** @throws GatewaylensError for an answer to something else, and for a part of one */
function numbersIn({ columns, rows, partial }: Reply, host: string): Numbers {
  if (partial !== undefined) {
    throw new GatewaylensError('azure-partial', { problem: partial });
  }
  if (columns.length === 0) {
    return { rows: 0, newest: null, delay: 0 }; // a workspace without any data
  }
  const cells = rows[0]?.map((value) => (value === null ? null : cellOf(value, 'number')));
  if (columns.join() !== 'Rows,Newest,Delay' || rows.length !== 1 || !cells || cells.includes(undefined)) {
    throw unreadable(host, 'it has not the columns that were asked for');
  }
  const [count, newest, delay] = cells as (number | null)[];
  return { rows: count ?? 0, newest: newest ?? null, delay: delay ?? 0 };
}

/** A team with the other diagnostic setting would wait for rows for ever. */
async function otherTable(way: Way): Promise<readonly Capability[]> {
  const other: GatewayTable = way.settings.tables[0] === 'resource' ? 'legacy' : 'resource';
  try {
    const { rows } = await numbersOf(other, way);
    return rows === 0
      ? []
      : [
          {
            name: names[other],
            state: 'limited',
            message: `${names[other]} has gateway logs too, which are not read.`,
            hint: `Add “${other}” to ${settingName('tables')} where both are wanted; requests in both are counted once.`,
          },
        ];
  } catch (problem) {
    return asGatewaylensError(problem).code === 'cancelled' ? Promise.reject(problem as Error) : [];
  }
}
