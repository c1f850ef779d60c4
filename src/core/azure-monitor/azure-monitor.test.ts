import { alertRuleDefaults } from '../alert-rules';
import { builtinScenarios } from '../scenarios/builtin';
import { builtinCatalogue } from '../scenarios';
import {
  azureAlertRules,
  azureMonitorDashboard,
  functionTemplate,
  requestsFunction,
  scenariosFunction,
} from '.';

const functions = [requestsFunction(builtinCatalogue, ['resource']), scenariosFunction(builtinCatalogue)];

it('saves both functions in a workspace that the deployment names', () => {
  const { resources } = functionTemplate(functions) as { resources: { name: string; properties: Record<string, unknown> }[] };
  expect(resources.map(({ name, properties }) => [name, properties.functionAlias, properties.functionParameters])).toEqual([
    ["[concat(parameters('workspace'), '/GatewaylensRequests')]", 'GatewaylensRequests', 'startTime:datetime, endTime:datetime'],
    ["[concat(parameters('workspace'), '/GatewaylensScenarios')]", 'GatewaylensScenarios', undefined],
  ]);
  // A text that begins with a bracket would be an expression of the template.
  resources.forEach(({ properties }) => expect(String(properties.query)).not.toMatch(/^\s*\[/));
}); // prettier-ignore

it('reads the range that it is given, and nothing else', () => {
  const [requests] = functions;
  expect(requests!.body.split('\n').slice(0, 2)).toEqual([
    'ApiManagementGatewayLogs',
    '| where TimeGenerated >= startTime and TimeGenerated < endTime',
  ]);
  expect(requestsFunction(builtinCatalogue, ['resource', 'legacy']).body).toContain(
    'TimeGenerated >= bin(startTime, 1h) and TimeGenerated < bin(endTime, 1h) + 1h',
  );
});

it('knows every scenario', () => {
  const [, scenarios] = functions;
  const rows = scenarios!.body.split('\n').slice(1, -1);
  expect(rows.map((row) => /^ {4}"([\w-]+)"/.exec(row)?.[1]).sort()).toEqual(
    builtinScenarios.map(({ id }) => id).sort(),
  );
});

it('has a dashboard whose data source, subscription and workspace are variables', () => {
  const { templating, panels } = azureMonitorDashboard() as {
    templating: { list: { name: string; type: string }[] };
    panels: { datasource: object; targets: { azureLogAnalytics: { resources: string[]; query: string } }[] }[];
  };
  expect(templating.list.map(({ name, type }) => `${name}: ${type}`)).toEqual([
    'datasource: datasource', 'subscription: query', 'workspace: query', 'service: query', 'api: query',
  ]);
  for (const { datasource, targets } of panels) {
    expect(datasource).toEqual({ type: 'grafana-azure-monitor-datasource', uid: '${datasource}' });
    targets.forEach(({ azureLogAnalytics }) => expect(azureLogAnalytics.resources).toEqual(['$workspace']));
  }
}); // prettier-ignore

it('has a rule for each family, for what is unclassified, and for data that stopped arriving', () => {
  const { groups } = azureAlertRules({
    ...alertRuleDefaults,
    datasource: 'azure',
    workspace: '/subscriptions/s',
    folder: 'Costs $5',
    families: { backend: 20 },
  }) as { groups: { folder: string; rules: { uid: string; noDataState: string; data: { relativeTimeRange: object; datasourceUid: string }[] }[] }[] };
  const [{ folder, rules }] = groups as [(typeof groups)[0]];
  expect(folder).toBe('Costs $$5');
  expect(rules.map(({ uid, noDataState, data }) => [uid, noDataState, data[0]!.relativeTimeRange, data[0]!.datasourceUid])).toEqual([
    ['apim-azure-backend', 'OK', { from: 900, to: 0 }, 'azure'],
    ['apim-azure-unclassified', 'OK', { from: 900, to: 600 }, 'azure'],
    ['apim-azure-freshness', 'Alerting', { from: 1500, to: 0 }, 'azure'],
  ]);
}); // prettier-ignore

it('wakes somebody for critical scenarios, and for no others of their family', () => {
  const options = { ...alertRuleDefaults, datasource: 'azure', workspace: '/subscriptions/s' };
  const { groups } = azureAlertRules({ ...options, families: { backend: 20, access: 50 } }) as {
    groups: { rules: { uid: string; labels: object; data: { model: { azureLogAnalytics?: { query: string } } }[] }[] }[];
  };
  expect(
    groups[0]!.rules.slice(0, 2).map(({ labels, data }) => [labels, data[0]!.model.azureLogAnalytics!.query.split('\n')[1]]),
  ).toEqual([
    [{ severity: 'critical' }, '| where Outcome == "failed" and Scenario in ("backend-circuit-open", "backend-timeout", "backend-returned-5xx")'],
    [{ severity: 'warning' }, '| where Outcome == "failed" and Family == "access"'],
  ]);
}); // prettier-ignore
