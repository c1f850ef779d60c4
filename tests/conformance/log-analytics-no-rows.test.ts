/** What queries say where there are no rows, old rows or a part of them, case by case; the health check has a test of its own. */
import { queryData } from '../../src/backend/handlers/query-data';
import { asGatewaylensError } from '../../src/core/errors';
import { rowWith } from '../../src/core/log';
import type { DataSourceSettings } from '../../src/core/settings';
import { FakeWorkspace, sourceAt } from '../support/fake-workspace';
import { legacyTable, observedRows, resourceTable, writing, type KqlTable } from '../support/gateway-records';
import { instanceOf } from '../support/instance';
import { analyse } from '../support/kql-analyser';
import { KqlEngine } from '../support/kql-engine';
import { describeWith } from '../support/requirements';

jest.setTimeout(600_000);

const HOUR = 3_600_000;
const resource = '/subscriptions/s/resourceGroups/g/providers/Microsoft.ApiManagement/service/contoso';
const rowsOf = (minutesAgo: number) =>
  observedRows
    .slice(0, 3)
    .map(({ row }) =>
      rowWith({ ...row, _ResourceId: resource, TimeGenerated: Date.now() - minutesAgo * 60_000 }),
    );
const newer = (minutesAgo: number) => ({ ApiManagementGatewayLogs: resourceTable(rowsOf(minutesAgo)) });
const older = (minutesAgo: number) => ({
  AzureDiagnostics: legacyTable(rowsOf(minutesAgo), writing('AzureDiagnostics')),
});
const empty = { ApiManagementGatewayLogs: resourceTable([]) };
const both: Partial<DataSourceSettings> = { tables: ['resource', 'legacy'] };
const instance: Partial<DataSourceSettings> = { workspaces: [], resources: [resource] };

interface Asked {
  readonly query?: object;
  readonly hours?: number;
  readonly settings?: Partial<DataSourceSettings>;
  readonly isAlert?: boolean;
} // prettier-ignore

describeWith('kqlEngine', 'queries of Log Analytics', (python) => {
  let engine: KqlEngine;
  let fake: FakeWorkspace;
  beforeAll(async () => {
    engine = new KqlEngine(python);
    fake = await FakeWorkspace.start({ engine });
  });
  beforeEach(() => fake.forget());
  afterAll(async () => {
    engine.stop();
    await fake.stop();
  });

  /** The beginnings of what is told, or the code of the error. */
  async function told(tables: Readonly<Record<string, KqlTable>>, asked: Asked = {}) {
    for (const name of ['ApiManagementGatewayLogs', 'AzureDiagnostics']) {
      const { columns, rows } = tables[name] ?? { columns: [], rows: [] };
      await engine.table(name, columns, rows);
    }
    const source = sourceAt(fake, { settings: asked.settings ?? {} });
    const to = Date.now();
    const item = {
      refId: 'A',
      query: { kind: 'scenario-series', ...asked.query },
      range: { from: to - (asked.hours ?? 6) * HOUR, to },
      maxDataPoints: 0,
    };
    const headers: Record<string, string> = asked.isAlert ? { FromAlert: 'true' } : {};
    const context = { orgId: 1, user: undefined, dataSource: undefined, headers };
    try {
      const { frames } = await queryData(item, context, instanceOf({ source, now: Date.now }), new AbortController().signal);
      return (frames[0]?.meta.notices ?? []).map(({ text }) => text.split(/[.:] /)[0]);
    } catch (problem) {
      return asGatewaylensError(problem).code;
    } finally {
      await source.dispose();
    }
  } // prettier-ignore

  const stale = (age: string) => `The newest row of the log, whatever the filters, is ${age}`;
  const none = 'No requests at all were found in this range with these filters.';
  const rights = 'Of an instance, Azure leaves out rows that the identity may not see, without a word';
  const twice =
    'Of AzureDiagnostics, rows are left out for every service and hour in which ApiManagementGatewayLogs has rows of that service';
  const elsewhere = { where: [{ dimension: 'api', op: 'in', values: ['nowhere'] }] };

  it.each<[string, Readonly<Record<string, KqlTable>>, Asked, unknown]>([
    ['fresh rows', newer(5), {}, []],
    ['fresh rows, none of them with these filters', newer(5), { query: elsewhere }, [none]],
    ['old rows', newer(120), {}, [stale('of 2 h ago')]],
    ['old rows, none of them with these filters', newer(120), { query: elsewhere }, [stale('of 2 h ago'), none]],
    ['old rows of a table of requests', newer(120), { query: { kind: 'failures' } }, [stale('of 2 h ago')]],
    ['rows from before the range', newer(200), { hours: 1 }, [stale('older than 60 min'), none]],
    ['an empty table', empty, {}, [stale('older than 6 h'), none]],
    ['old rows in both tables', { ...newer(130), ...older(120) }, { settings: both }, [twice, stale('of 2 h ago')]],
    ['no rows of the instance', newer(5), { settings: { resources: [`${resource}-2`] } }, [stale('older than 6 h'), none]],
    ['one instance without rows', empty, { settings: instance }, [rights, stale('older than 6 h'), none]],
    ['old rows, and an alert rule', newer(120), { isAlert: true }, []],
    ['no table', {}, {}, 'azure-table-missing'],
    ['neither table', {}, { settings: both }, 'azure-tables-missing'],
  ])('%s', async (_, tables, asked, expected) => {
    expect(await told(tables, asked)).toEqual(expected);
    expect(fake.asked).toHaveLength(1);
  }); // prettier-ignore

  it('ask that in valid KQL, and narrow what they read for themselves nevertheless', async () => {
    const tables = { ...newer(130), ...older(120) };
    await told(tables, { settings: both, query: elsewhere });
    const declared = Object.fromEntries(Object.entries(tables).map(([name, { columns }]) => [name, columns]));
    const [{ query } = { query: '' }] = fake.asked;
    expect(analyse(query, declared)).toEqual([]);
    expect(query.match(/^let \w+ = materialize/gm)).toEqual([
      'let failures = materialize',
      'let requests = materialize',
      'let all = materialize',
    ]);
  });
});
