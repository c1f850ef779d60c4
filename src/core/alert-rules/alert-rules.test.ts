import { parseQuery } from '../query/schema';
import { alertRuleDefaults, alertRuleFile, countWindow, shareWindow, staleAfter } from '.';

const { groups } = alertRuleFile(alertRuleDefaults);
const [{ rules }] = groups;

it('makes a rule for each family that wakes somebody, for what is unclassified, and for data that stopped', () => {
  expect(rules.map(({ uid, labels, noDataState, execErrState }) => [uid, labels, noDataState, execErrState])).toEqual([
    ['apim-backend-connection', { severity: 'critical' }, 'OK', 'Error'],
    ['apim-backend', { severity: 'critical' }, 'OK', 'Error'],
    ['apim-policy', { severity: 'critical' }, 'OK', 'Error'],
    ['apim-unclassified', { severity: 'warning' }, 'OK', 'Error'],
    ['apim-freshness', { severity: 'warning' }, 'Alerting', 'Error'],
  ]);
}); // prettier-ignore

it('looks back over the longest time-out and the delay, and takes shares of what is complete', () => {
  const times = { timeout: 240, delay: 600, lookback: 120, silence: 60 };
  expect([countWindow(times), shareWindow(times), staleAfter(times)]).toEqual([
    { from: 960, to: 0 },
    { from: 960, to: 840 },
    900,
  ]);
});

it('asks queries that the data source takes, and decides by none whose labels change', () => {
  for (const { data, condition, uid } of rules) {
    const queries = data.filter(({ datasourceUid }) => datasourceUid === 'gatewaylens');
    const asked = queries.map(({ refId, model }) => ({ refId, query: parseQuery(model) }));
    const changing = asked.flatMap(({ refId, query }) => ('places' in query && query.places ? [refId] : []));
    const expressions = JSON.stringify(data.filter(({ refId }) => refId === condition));
    expect([uid, data.some(({ refId }) => refId === condition)]).toEqual([uid, true]);
    changing.forEach((refId) => expect(expressions).not.toMatch(new RegExp(`"expression":"${refId}"|\\$${refId}\\b`)));
  }
}); // prettier-ignore

it('has addresses below Grafana’s root, of a scenario where there is one', () => {
  const { annotations } = rules[0]!;
  expect(annotations.runbook_url).toBe(
    '{{ externalURL }}{{ with $labels.scenario }}a/gatewaylens-apim-app/runbook/{{ urlquery . }}?ds=gatewaylens{{ else }}a/gatewaylens-apim-app/data-sources{{ end }}',
  );
});

it('follows every option', () => {
  const where = [{ dimension: 'api', op: 'in', values: ['orders'] }] as const;
  const [group] = alertRuleFile({
    ...alertRuleDefaults,
    datasource: 'prod',
    name: 'orders',
    orgId: 3,
    folder: 'Costs $5',
    families: { access: 7 },
    unclassified: { count: 3, share: 0.5 },
    where,
    labels: { team: '{{ $labels.owner }}' },
  }).groups;
  expect([group.orgId, group.name, group.folder]).toEqual([3, 'API Management failures (orders)', 'Costs $$5']);
  expect(group.rules.map(({ uid, title }) => [uid, title])).toEqual([
    ['apim-orders-access', 'Access: failed requests (orders)'],
    ['apim-orders-unclassified', 'Unclassified failures (orders)'],
    ['apim-orders-freshness', 'Gateway log stopped arriving (orders)'],
  ]);
  const [access, unclassified] = group.rules;
  expect(access!.labels).toEqual({ severity: 'warning', team: '{{ $$labels.owner }}' });
  expect(access!.data[0]).toMatchObject({ datasourceUid: 'prod', model: { families: ['access'], severities: [], where } });
  expect(access!.data[2]).toMatchObject({ model: { conditions: [{ evaluator: { params: [7] } }] } });
  expect(unclassified!.data[3]!.model).toMatchObject({ expression: '$A >= 3 && $B > 0.5' });
}); // prettier-ignore
