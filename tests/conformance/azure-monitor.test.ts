/**
 * What is exported for Grafana's Azure Monitor data source: as Microsoft's analyser sees it, and executed by the
 * independent engine over the rows that the embedded source reads.
 */
import {
  azureAlertRules,
  asStatements,
  azureMonitorDashboard,
  requestsFunction,
  scenariosFunction,
} from '../../src/core/azure-monitor';
import { alertRuleDefaults } from '../../src/core/alert-rules';
import { rowWith, type GatewayTable } from '../../src/core/log';
import { builtinCatalogue, classify } from '../../src/core/scenarios';
import { fullRow, observedRange, observedRows, recordOf } from '../support/gateway-records';
import { analyse } from '../support/kql-analyser';
import type { KqlEngine } from '../support/kql-engine';
import { describeWith } from '../support/requirements';
import { deployedFrom } from '../support/saved-functions';
import { bothTables, tableChoices } from './support/both-tables';
import { LogFolder } from './support/log-folder';
import { everyColumn, saidByKql, type Meant } from './support/meanings';
import { plansOf } from './support/queries';

jest.setTimeout(600_000);

const rows = [
  ...observedRows.map(({ row }, i) =>
    rowWith({ ...row, ApiId: `api-${i % 3}`, BackendUrl: row.BackendUrl || `https://b${i % 2}.example/x` }),
  ),
  fullRow,
];
const tables = bothTables(rows);
const outcomes = rows.map((row) => ({ row, ...classify(row, builtinCatalogue) }));
const failed = outcomes.filter(({ outcome }) => outcome === 'failed');
const titles = new Map(builtinCatalogue.scenarios.map(({ id, title }) => [id, title]));

function counted(names: readonly string[]): Readonly<Record<string, number>> {
  return tallied(names.map((name) => ({ name, count: 1 })), 'name', 'count');
} // prettier-ignore

/** Sums by name. */
function tallied(found: readonly Meant[], name: string, number: string): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  found.forEach((row) => {
    sums[String(row[name])] = (sums[String(row[name])] ?? 0) + Number(row[number]);
  });
  return sums;
}

const [FROM, TO] = [
  `datetime('${new Date(observedRange.from).toISOString()}')`,
  `datetime('${new Date(observedRange.to).toISOString()}')`,
];

/** As the data source replaces its macros, with all or some values of the variables. */
const sent = (query: string, chosen?: readonly string[]) =>
  query
    .replaceAll('$__timeFrom', FROM)
    .replaceAll('$__timeTo', TO)
    .replaceAll('$__interval', '300000ms')
    .replaceAll(/\$__contains\((\w+), \$\w+\)/g, (_, column: string) =>
      chosen ? `['${column}'] in (${chosen.map((value) => `'${value}'`).join()})` : '1 == 1',
    );

const functions = (of: readonly GatewayTable[]) => [
  requestsFunction(builtinCatalogue, of),
  scenariosFunction(builtinCatalogue),
];

interface Asking {
  readonly title?: string;
  readonly name?: string;
  readonly targets?: readonly { readonly azureLogAnalytics: { readonly query: string } }[];
  readonly query?: { readonly azureLogAnalytics?: { readonly query: string } };
}
const { panels, templating } = azureMonitorDashboard() as {
  panels: Asking[];
  templating: { list: Asking[] };
};
const ofDashboard = [
  ...panels.map(({ title, targets }) => [String(title), targets![0]!.azureLogAnalytics.query] as const),
  ...templating.list.flatMap(({ name, query }) =>
    query?.azureLogAnalytics ? [[`variable ${name}`, query.azureLogAnalytics.query] as const] : [],
  ),
];
const alerts = azureAlertRules({
  ...alertRuleDefaults,
  workspace: '/subscriptions/s',
  unclassified: { count: 1, share: 0.01 },
}) as {
  groups: { rules: { title: string; data: { model: { azureLogAnalytics: { query: string } } }[] }[] }[];
};
const ofAlerts = alerts.groups[0]!.rules.map(
  ({ title, data }) => [title, data[0]!.model.azureLogAnalytics.query] as const,
);
const all = new Map([...ofDashboard, ...ofAlerts]);

describe.each(tableChoices)('valid KQL over %s', (_, of) => {
  const statements = asStatements(functions(of));
  // What calls the functions is the same over all tables.
  it.each(of.length > 1 ? [...all] : [...all].slice(0, 1))('%s', (__, query) => {
    for (const chosen of [undefined, ['a', 'b']]) {
      expect(analyse(`${statements}\n${sent(query, chosen)}`, tables.declared)).toEqual([]);
    }
  });
});

describeWith('kqlEngine', 'executed by an independent engine', (python) => {
  let logs: LogFolder;
  let engine: KqlEngine;

  beforeAll(async () => {
    logs = await LogFolder.make();
    await logs.write('rows.json', rows.map((row) => JSON.stringify(recordOf(row, 'resource'))).join('\n'));
    engine = await tables.start(python);
    await engine.functions(deployedFrom(functions(['resource'])));
  });

  afterAll(async () => {
    engine.stop();
    await logs.dispose();
  });

  /** The rows of a query by the names of their columns. */
  async function answered(title: string, chosen?: readonly string[]): Promise<Meant[]> {
    const { columns, rows: found } = await engine.query(sent(all.get(title) ?? '', chosen));
    return found.map((row) => Object.fromEntries(columns.map(([name], i) => [name, row[i]])));
  }

  it.each(tableChoices)('says of every row what the embedded source says, over %s', async (_, of) => {
    await engine.functions(deployedFrom(functions(of)));
    const found = await saidByKql(engine, `GatewaylensRequests(${FROM}, ${TO}) | project ${everyColumn.join(', ')}`);
    expect(found).toEqual((await logs.meaning('rows.json')).rows);
    const said = await engine.query(`GatewaylensRequests(${FROM}, ${TO}) | distinct Scenario, Title, Owner`);
    const known = builtinCatalogue.scenarios.map(({ id, title, owner }) => [id, title, owner]);
    expect([...known, ['none', '', '']]).toEqual(expect.arrayContaining([...said.rows]));
  }); // prettier-ignore

  it('counts requests and failures', async () => {
    const unclassified = failed.filter(({ scenario }) => scenario === 'unclassified').length;
    const masked = outcomes.filter(({ outcome }) => outcome === 'masked').length;
    expect(await answered('Requests')).toEqual([
      { Requests: rows.length, Failed: failed.length, Masked: masked, Unclassified: unclassified, FailedShare: failed.length / rows.length },
    ]); // prettier-ignore
    expect(await answered('Requests', ['nowhere'])).toMatchObject([{ Requests: 0, FailedShare: null }]);
  });

  it('counts each scenario as the embedded source does, over time and in the table, with what to do', async () => {
    const counts = await embeddedCounts();
    expect(tallied(await answered('Failures by scenario'), 'Title', 'Failures')).toEqual(counts);
    const table = await answered('What failed, and what to do');
    expect(tallied(table, 'Title', 'Failures')).toEqual(counts);
    for (const { Title, Meaning, Remedy, Share, Failures } of table) {
      const scenario = builtinCatalogue.scenarios.find(({ title }) => title === Title);
      expect([Meaning, Remedy]).toEqual([scenario?.summary, scenario?.remediation[0]]);
      expect(Share).toBeCloseTo(Number(Failures) / failed.length, 10);
    }
  });

  /** Failures by the titles of their scenarios, as the plugin’s own table has them. */
  async function embeddedCounts(): Promise<Readonly<Record<string, number>>> {
    const plans = plansOf({ kind: 'taxonomy' }, observedRange);
    const [answer] = await logs.source('rows.json').answers(plans, new AbortController().signal);
    const { columns, rows: found } = answer!.table;
    const [id, count] = ['Scenario', 'Count'].map((name) => columns.findIndex((column) => column.name === name));
    return Object.fromEntries(found.map((row) => [titles.get(String(row[id!])), row[count!]] as [string, number]));
  } // prettier-ignore

  it('divides the time into parts that add up', async () => {
    const timed = rows.filter(({ GatewayPart }) => GatewayPart !== null);
    const before = timed.filter(({ TimeGenerated }) => Number(TimeGenerated) < observedRange.from + 300_000);
    const mean = (column: 'BackendPart' | 'ClientPart' | 'CachePart' | 'GatewayPart') =>
      before.reduce((sum, row) => sum + Number(row[column]), 0) / before.length;
    const [first, second] = await answered('Where the time went');
    expect([first!.Backend, first!.Client, first!.Cache, first!.Gateway]).toEqual([
      mean('BackendPart'),
      mean('ClientPart'),
      mean('CachePart'),
      mean('GatewayPart'),
    ]);
    const { TotalTime } = fullRow;
    const parts = [second!.Backend, second!.Client, second!.Cache, second!.Gateway] as number[];
    expect(parts.reduce((sum, part) => sum + part)).toBe(TotalTime);
  });

  it('counts failed connections by host', async () => {
    const found = await answered('Backend connections');
    const ours = failed.filter(({ family }) => family === 'backend-connection');
    expect(tallied(found, 'BackendHost', 'Failed')).toEqual(counted(ours.map(({ row }) => row.BackendHost)));
    expect(tallied(found, 'BackendHost', 'Calls')).toMatchObject(
      Object.fromEntries(
        found.map(({ BackendHost }) => [
          BackendHost,
          // Which host it was is not known then, nor how many calls it had.
          BackendHost === '' ? 0 : rows.filter((row) => row.BackendHost === BackendHost).length,
        ]),
      ),
    );
  }); // prettier-ignore

  it('lists the newest failures', async () => {
    const newest = failed.map(({ row }) => row).sort((a, b) => Number(b.TimeGenerated) - Number(a.TimeGenerated));
    expect((await answered('Newest failures')).map(({ CorrelationId }) => CorrelationId)).toEqual(
      newest.slice(0, 100).map(({ CorrelationId }) => CorrelationId),
    );
  }); // prettier-ignore

  it('narrows all of it to what the variables choose', async () => {
    const [{ Requests } = {}] = await answered('Requests', ['', 'api-1']);
    expect(Requests).toBe(rows.filter(({ Service, ApiId }) => Service === '' && ApiId === 'api-1').length);
  });

  it.each([
    ['variable service', 'Service'],
    ['variable api', 'ApiId'],
  ] as const)('lists values: %s', async (title, column) => {
    const values = new Set(rows.map((row) => row[column]).filter((value) => value !== ''));
    expect((await answered(title)).map((row) => row[column]).sort()).toEqual([...values].sort());
  });

  it.each([
    ['Backend connection: failed requests', 'backend-connection'],
    ['Backend: failed requests', 'backend'],
    ['Policy: failed requests', 'policy'],
  ])('alert rule: %s', async (title, family) => {
    const critical = builtinCatalogue.scenarios
      .filter(({ severity }) => severity === 'critical')
      .map(({ id }) => id);
    const ours = failed.filter((one) => one.family === family && critical.includes(one.scenario));
    const found = await answered(title);
    expect(tallied(found, 'Title', 'Failures')).toEqual(
      counted(ours.map(({ scenario }) => titles.get(scenario) ?? '')),
    );
  });

  it('alert rules on what is unclassified, and on data that stopped arriving', async () => {
    const unclassified = failed.filter(({ scenario }) => scenario === 'unclassified');
    const [{ Share, Service } = {}] = await answered('Unclassified failures');
    const ofService = rows.filter((row) => row.Service === Service).length;
    expect(Share).toBeCloseTo(
      unclassified.filter(({ row }) => row.Service === Service).length / ofService,
      10,
    );
    expect(await answered('Gateway log stopped arriving')).toMatchObject([{ Requests: rows.length }]);
  });
});
