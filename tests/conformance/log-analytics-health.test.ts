/** What the health check says of a workspace, case by case. */
import { asGatewaylensError } from '../../src/core/errors';
import { rowWith } from '../../src/core/log';
import type { DataSourceSettings } from '../../src/core/settings';
import { FakeWorkspace, sourceAt } from '../support/fake-workspace';
import { legacyTable, observedRows, resourceTable, writing, type KqlTable } from '../support/gateway-records';
import { analyse } from '../support/kql-analyser';
import { KqlEngine } from '../support/kql-engine';
import { describeWith } from '../support/requirements';

jest.setTimeout(600_000);

const MINUTE = 60_000;
const resource = '/subscriptions/s/resourceGroups/g/providers/Microsoft.ApiManagement/service/contoso';
const rowsOf = (minutesAgo: number) =>
  observedRows.slice(0, 3).map(({ row }) =>
    rowWith({ ...row, _ResourceId: resource, TimeGenerated: Date.now() - minutesAgo * MINUTE }),
  ); // prettier-ignore
const newer = (minutesAgo: number) => ({ ApiManagementGatewayLogs: resourceTable(rowsOf(minutesAgo)) });
const older = { AzureDiagnostics: legacyTable(rowsOf(5), writing('AzureDiagnostics')) };
const empty = { ApiManagementGatewayLogs: resourceTable([]) };
const both: Partial<DataSourceSettings> = { tables: ['resource', 'legacy'] };

describeWith('kqlEngine', 'health', (python) => {
  let engine: KqlEngine;
  let fake: FakeWorkspace;
  beforeAll(async () => {
    engine = new KqlEngine(python);
    fake = await FakeWorkspace.start({ engine });
  });
  afterAll(async () => {
    engine.stop();
    await fake.stop();
  });

  async function health(tables: Readonly<Record<string, KqlTable>>, settings: Partial<DataSourceSettings> = {}) {
    for (const name of ['ApiManagementGatewayLogs', 'AzureDiagnostics']) {
      const { columns, rows } = tables[name] ?? { columns: [], rows: [] };
      await engine.table(name, columns, rows);
    }
    const source = sourceAt(fake, { settings });
    try {
      const found = await source.check(new AbortController().signal);
      return found.map(({ name, state, message, hint = '' }) => `${name} ${state}: ${message} ${hint}`.trim());
    } catch (problem) {
      return asGatewaylensError(problem).code;
    } finally {
      await source.dispose();
    }
  } // prettier-ignore

  const login = 'Login ok: Azure gave a token.';
  const fine = expect.stringMatching(
    /^ApiManagementGatewayLogs ok: 3 rows in the last day in ApiManagementGatewayLogs, the newest of \d+ min ago, ingested after 3 min\.$/,
  ) as string;
  const late = expect.stringMatching(
    /^ApiManagementGatewayLogs limited: The newest rows of .* are of 2 h ago; rows are ingested after 3 min\..*\(azure-rows-stale\)$/,
  ) as string;
  const none = expect.stringMatching(
    /^ApiManagementGatewayLogs limited: .*No rows is not the same as no failures.*\(azure-table-empty\)$/,
  ) as string;
  const alsoOlder = expect.stringMatching(
    /^AzureDiagnostics limited: AzureDiagnostics has gateway logs too/,
  ) as string;
  const noOlder = expect.stringMatching(
    /^AzureDiagnostics limited: There is no table.*\(azure-table-missing\)$/,
  ) as string;

  it.each([
    ['fresh rows', newer(5), {}, [login, fine]],
    ['old rows', newer(120), {}, [login, late]],
    ['no rows', empty, {}, [login, none]],
    ['another table with rows', { ...newer(5), ...older }, {}, [login, fine, alsoOlder]],
    ['one of two tables', newer(5), both, [login, fine, noOlder]],
    ['both tables', { ...newer(5), ...older }, both, [login, fine, expect.stringMatching(/^AzureDiagnostics ok: 3 rows/)]],
    ['no table', {}, {}, 'azure-table-missing'],
    ['neither table', {}, both, 'azure-tables-missing'],
    ['rows of another instance only', newer(5), { resources: [`${resource}-2`] }, [login, none]],
    ['one instance', newer(5), { workspaces: [], resources: [resource] }, [login, fine, expect.stringContaining('Rights limited')]],
    ['the Basic plan', newer(5), { basicLogsEnabled: true }, [login, fine, expect.stringContaining('Basic plan limited')]],
  ])('%s', async (_, tables, settings, expected) => {
    expect(await health(tables, settings)).toEqual(expected);
  }); // prettier-ignore

  it('asks in valid KQL', async () => {
    fake.forget();
    const tables = { ...newer(5), ...older };
    await health(tables, both);
    const declared = Object.fromEntries(Object.entries(tables).map(([name, { columns }]) => [name, columns]));
    expect(fake.asked.flatMap(({ query }) => analyse(query, declared))).toEqual([]);
    expect(fake.asked).toHaveLength(2);
  });

  it('fails with the fault’s own code', async () => {
    fake.failAlways('throttled for long');
    expect(await health(newer(5))).toBe('azure-throttled');
    fake.failAlways('Basic plan');
    expect(await health(newer(5))).toBe('azure-table-basic');
    fake.forget();
  });
});
