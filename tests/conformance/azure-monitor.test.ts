/** What is exported for Grafana's Azure Monitor data source: as Microsoft's analyser sees it, and executed. */
import {
  azureAlertRules,
  asStatements,
  azureMonitorDashboard,
  requestsFunction,
  scenariosFunction,
} from '../../src/core/azure-monitor';
import { alertRuleDefaults } from '../../src/core/alert-rules';
import type { GatewayTable } from '../../src/core/log';
import { builtinCatalogue, classify } from '../../src/core/scenarios';
import {
  fullRow,
  legacyTable,
  observedRange,
  observedRows,
  resourceTable,
  writing,
} from '../support/gateway-records';
import { analyse } from '../support/kql-analyser';
import { KqlEngine } from '../support/kql-engine';
import { describeWith } from '../support/requirements';

jest.setTimeout(600_000);

const rows = [...observedRows.map(({ row }) => row), fullRow];
const [resource, legacy] = [resourceTable(rows), legacyTable(rows, writing('AzureDiagnostics, a bag'))];
const declared = { ApiManagementGatewayLogs: resource.columns, AzureDiagnostics: legacy.columns };
const tables: readonly (readonly GatewayTable[])[] = [['resource'], ['legacy'], ['resource', 'legacy']];

const [FROM, TO] = [
  `datetime('${new Date(observedRange.from).toISOString()}')`,
  `datetime('${new Date(observedRange.to).toISOString()}')`,
];

/** As the data source replaces its macros, with all or some values of the variables. */
const sent = (query: string, isAll: boolean) =>
  query
    .replaceAll('$__timeFrom', FROM)
    .replaceAll('$__timeTo', TO)
    .replaceAll('$__interval', '300000ms')
    .replaceAll(/\$__contains\((\w+), \$\w+\)/g, isAll ? '1 == 1' : "['$1'] in ('a','b')");

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
const all = [...ofDashboard, ...ofAlerts];

describe.each(tables)('valid KQL over %s %s', (...chosen) => {
  const of = chosen.filter((table) => table !== undefined);
  const statements = asStatements(functions(of));
  // What calls the functions is the same over all tables.
  it.each(of.length > 1 ? all : all.slice(0, 1))('%s', (_, query) => {
    for (const isAll of [true, false]) {
      expect(analyse(`${statements}\n${sent(query, isAll)}`, declared)).toEqual([]);
    }
  });
});

/** The engine knows no functions with parameters: what Azure does with them, by hand. */
function called(query: string, of: readonly GatewayTable[]): string {
  const [requests, scenarios] = functions(of);
  const body = requests!.body
    .replaceAll('startTime', FROM)
    .replaceAll('endTime', TO)
    .replaceAll(/'(\d{4}-[^']+)'/g, '$1');
  const at = body.lastIndexOf(';\n');
  const [lets, rowsOf] =
    at < 0 || !body.startsWith('let') ? ['', body] : [body.slice(0, at + 2), body.slice(at + 2)];
  const prelude = `${lets}let AllRequests = ${rowsOf};\nlet AllScenarios = ${scenarios!.body};\n`;
  return (
    prelude +
    query
      .replace(/GatewaylensRequests\([^)]*\)[^)]*\)[^)]*\)/g, 'AllRequests')
      .replaceAll('GatewaylensScenarios()', 'AllScenarios')
      .replaceAll(/datetime\('([^']+)'\)/g, 'datetime($1)')
  );
}

describeWith('kqlEngine', 'the functions for Azure Monitor, executed', (python) => {
  let engine: KqlEngine;

  beforeAll(async () => {
    engine = new KqlEngine(python);
    await engine.table('ApiManagementGatewayLogs', resource.columns, resource.rows);
    await engine.table('AzureDiagnostics', legacy.columns, legacy.rows);
  });

  afterAll(() => engine.stop());

  const inRange = rows.filter(({ TimeGenerated }) => (TimeGenerated ?? 0) >= observedRange.from && (TimeGenerated ?? 0) < observedRange.to);
  const counts: Record<string, number> = {};
  inRange.forEach((row) => {
    const { outcome, scenario } = classify(row, builtinCatalogue);
    counts[`${outcome} ${scenario}`] = (counts[`${outcome} ${scenario}`] ?? 0) + 1;
  });

  it.each(tables.map((of) => [of]))('classifies every row as TypeScript does, over %s', async (of) => {
    const query = 'GatewaylensRequests($__timeFrom, $__timeTo) | summarize n = count() by Outcome, Scenario';
    const found = await engine.query(called(sent(query, true), of));
    expect(Object.fromEntries(found.rows.map(([outcome, scenario, n]) => [`${String(outcome)} ${String(scenario)}`, n]))).toEqual(counts);
  });

  it.each(all.filter(([, query]) => !/^let|toscalar/.test(query)))('gives rows: %s', async (_, query) => {
    const found = await engine.query(called(sent(query, true), ['resource']));
    expect(found.rows.length).toBeGreaterThan(0);
  });

  it('has what to do for every scenario that occurs', async () => {
    const query = `GatewaylensRequests($__timeFrom, $__timeTo) | where Outcome == "failed" | distinct Scenario
| join kind=inner (GatewaylensScenarios()) on Scenario | where isnotempty(Remedy) and isnotempty(Meaning) | summarize n = count()`;
    const found = await engine.query(called(sent(query, true), ['resource']));
    expect(found.rows).toEqual([[Object.keys(counts).filter((key) => key.startsWith('failed')).length]]);
  });
}); // prettier-ignore
