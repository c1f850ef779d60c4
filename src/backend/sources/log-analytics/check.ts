/** Health of the source, step by step: token, tables, rows and how late they come. */
import { asGatewaylensError } from '../../../core/errors';
import type { GatewayTable } from '../../../core/log';
import type { LogAnalyticsSettings } from '../../../core/settings';
import type { Capability } from '../log-source';
import type { Reply } from './requests';
import type { Scope } from './scope';

interface Way {
  readonly token: () => Promise<void>;
  readonly send: (kql: string, timespan: { from: number; to: number }) => Promise<Reply>;
  readonly settings: Pick<LogAnalyticsSettings, 'tables' | 'basicLogsEnabled'>;
  readonly scope: Scope;
  readonly now: () => number;
}

const DAY = 86_400_000;
const MINUTE = 60_000;
/** Rows are usually in the log within some minutes. */
const LATE_MS = 15 * MINUTE;
const STALE_MS = 60 * MINUTE;

const names: Readonly<Record<GatewayTable, string>> = {
  resource: 'ApiManagementGatewayLogs',
  legacy: 'AzureDiagnostics',
};
const filters: Readonly<Record<GatewayTable, string>> = {
  resource: '',
  legacy: '| where ResourceProvider == "MICROSOFT.APIMANAGEMENT" and Category == "GatewayLogs"\n',
};

/** @throws GatewaylensError when no logs can be read at all */
export async function check(way: Way): Promise<readonly Capability[]> {
  await way.token();
  const login: Capability = { name: 'Login', state: 'ok', message: 'Azure gave a token.' };
  const found: Capability[] = [];
  for (const table of way.settings.tables) {
    found.push(await tableCheck(table, way));
  }
  const other = way.settings.tables.length === 1 ? await otherTable(way) : [];
  return [login, ...found, ...other];
}

async function tableCheck(table: GatewayTable, way: Way): Promise<Capability> {
  const name = names[table];
  const [rows, newest, delay] = await numbersOf(table, way);
  const ageMs = newest === null ? Infinity : way.now() - newest;
  if (rows === 0) {
    return {
      name,
      state: 'limited',
      message: `${name} has no gateway logs of the last day.`,
      hint: 'No rows is not the same as no failures: check the diagnostic setting, the sampling of each API, and that requests were made. Rows come some minutes after the requests. (azure-table-empty)',
    };
  }
  const said = `${rows.toLocaleString('en')} rows in the last day in ${name}, the newest of ${minutes(ageMs)} ago, ingested after ${minutes(delay ?? 0)}.`;
  if (ageMs > STALE_MS) {
    return { name, state: 'limited', message: said, hint: 'The newest rows are old: either there were no requests, or the logs are delayed. Alert rules have to look back further than that. (azure-rows-stale)' };
  }
  return (delay ?? 0) > LATE_MS
    ? { name, state: 'limited', message: said, hint: 'Rows come late: alert rules have to look back further than that. (azure-rows-stale)' }
    : { name, state: 'ok', message: said };
} // prettier-ignore

async function numbersOf(table: GatewayTable, { send, scope, now }: Way): Promise<[number, number | null, number | null]> {
  const ms = (time: string) => `datetime_diff('millisecond', ${time}, datetime(1970-01-01))`;
  const kql = [
    names[table],
    `${filters[table]}| extend Ingested = ingestion_time()`,
    '| summarize Rows = count(), Newest = max(TimeGenerated), Delay = max(iff(isnull(Ingested), 0, datetime_diff(\'millisecond\', Ingested, TimeGenerated)))',
    `| project Rows, Newest = ${ms('Newest')}, Delay`,
  ].join('\n');
  const to = now();
  const { rows } = await send(kql, { from: to - DAY, to });
  const [first = []] = rows;
  void scope;
  return [Number(first[0] ?? 0), numberOrNull(first[1]), numberOrNull(first[2])];
} // prettier-ignore

const numberOrNull = (value: unknown) => (typeof value === 'number' ? value : null);

/** A team with the other diagnostic setting would wait for rows for ever. */
async function otherTable(way: Way): Promise<readonly Capability[]> {
  const other: GatewayTable = way.settings.tables[0] === 'resource' ? 'legacy' : 'resource';
  try {
    const [rows] = await numbersOf(other, way);
    return rows === 0
      ? []
      : [
          {
            name: names[other],
            state: 'limited',
            message: `${names[other]} has gateway logs too, which are not read.`,
            hint: `Add “${other}” to “tables” where both are wanted; requests in both are counted once.`,
          },
        ];
  } catch (problem) {
    return asGatewaylensError(problem).code === 'cancelled' ? Promise.reject(problem as Error) : [];
  }
}

function minutes(ms: number): string {
  return ms < 2 * MINUTE ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / MINUTE)} min`;
}
