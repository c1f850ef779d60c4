/** What is exported for Grafana's Azure Monitor data source, as Microsoft's analyser sees it. */
import {
  azureAlertRules,
  asStatements,
  azureMonitorDashboard,
  requestsFunction,
  scenariosFunction,
} from '../../src/core/azure-monitor';
import { alertRuleDefaults } from '../../src/core/alert-rules';
import type { GatewayTable } from '../../src/core/log';
import { builtinCatalogue } from '../../src/core/scenarios';
import {
  fullRow,
  legacyTable,
  observedRange,
  observedRows,
  resourceTable,
  writing,
} from '../support/gateway-records';
import { analyse } from '../support/kql-analyser';

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
