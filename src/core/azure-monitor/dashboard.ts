/** A dashboard for Grafana's own Azure Monitor data source, from 10.0 on. */
import { AZURE_MONITOR, azureQuery, REQUESTS, type ResultFormat } from './azure-query';

const source = { type: AZURE_MONITOR, uid: '${datasource}' } as const;

/** The requests that the dashboard's variables choose. */
const CHOSEN = `${REQUESTS}\n| where $__contains(Service, $service) and $__contains(ApiId, $api)`;

interface Panel {
  readonly type: 'timeseries' | 'table' | 'stat';
  readonly title: string;
  readonly description: string;
  /** x, y, width and height in Grafana’s grid of 24 columns. */
  readonly at: readonly [number, number, number, number];
  readonly query: string;
  readonly format: ResultFormat;
  readonly defaults?: object;
  readonly overrides?: readonly object[];
  readonly options?: object;
}

const bars = { drawStyle: 'bars', fillOpacity: 100, lineWidth: 0, stacking: { mode: 'normal', group: 'A' } };
const areas = { drawStyle: 'line', fillOpacity: 40, stacking: { mode: 'normal', group: 'A' } };
/** Properties of one column. */
const column = (name: string, properties: Readonly<Record<string, unknown>>) => ({
  matcher: { id: 'byName', options: name },
  properties: Object.entries(properties).map(([id, value]) => ({ id, value })),
});
const widths = (pixels: Readonly<Record<string, number>>) =>
  Object.entries(pixels).map(([name, value]) => column(name, { 'custom.width': value }));
/** Scenarios are many, and their names long. */
const beside = { legend: { showLegend: true, displayMode: 'list', placement: 'right' } };

/** Shows an address by what it leads to. */
const MICROSOFT = {
  type: 'regex',
  options: { pattern: '.+', result: { text: 'Microsoft’s page', index: 0 } },
};

/** Tables with what each scenario means and what to do. */
const WHAT_TO_DO =
  '| join kind=leftouter (GatewaylensScenarios() | project Scenario, Family, Meaning, Remedy, Link) on Scenario';

const panels: readonly Panel[] = [
  {
    type: 'stat',
    title: 'Requests',
    description: 'All requests of the range, those that failed, and those whose error a policy or a retry hid.',
    at: [0, 0, 8, 8],
    query: `${CHOSEN}
| summarize Requests = count(), Failed = countif(Outcome == "failed"), Masked = countif(Outcome == "masked"), Unclassified = countif(Scenario == "unclassified")
| extend FailedShare = iff(Requests == 0, real(null), todouble(Failed) / Requests)`,
    format: 'table',
    defaults: { color: { mode: 'fixed', fixedColor: 'text' } },
    overrides: [column('FailedShare', { unit: 'percentunit', displayName: 'Failed share' })],
    options: { reduceOptions: { values: false, calcs: ['lastNotNull'], fields: '' }, textMode: 'value_and_name' },
  },
  {
    type: 'timeseries',
    title: 'Failures by scenario',
    description: 'Requests whose caller did not get a complete answer of 1xx to 3xx, by what went wrong.',
    at: [8, 0, 16, 8],
    query: `${CHOSEN}
| where Outcome == "failed"
| summarize Failures = count() by bin(TimeGenerated, $__interval), Title
| order by TimeGenerated asc`,
    format: 'time_series',
    defaults: { custom: bars, displayName: '${__field.labels.Title}' },
    options: beside,
  },
  {
    type: 'table',
    title: 'What failed, and what to do',
    description: 'Scenarios of the range with their share of all failures, whose they are, and the first remedy.',
    at: [0, 8, 24, 9],
    query: `let failures = ${CHOSEN}
| where Outcome == "failed";
let all = toscalar(failures | summarize count());
failures
| summarize Failures = count(), First = min(TimeGenerated), Last = max(TimeGenerated), APIs = dcount(ApiId) by Scenario, Title, Owner
| extend Share = todouble(Failures) / all
${WHAT_TO_DO}
| project Title, Failures, Share, First, Last, APIs, Owner, Meaning, Remedy, Link
| order by Failures desc`,
    format: 'table',
    overrides: [
      column('Share', { unit: 'percentunit', 'custom.width': 70 }),
      ...widths({ Failures: 80, First: 160, Last: 160, APIs: 60, Owner: 120 }),
      column('Link', { displayName: 'More', 'custom.width': 130, mappings: [MICROSOFT], links: [{ title: 'Microsoft’s page', url: '${__value.raw}', targetBlank: true }] }),
    ],
  },
  {
    type: 'timeseries',
    title: 'Where the time went',
    description: 'Mean time of a request in parts that add up to its total; requests without a total, or without the time of a backend that was asked, are left out.',
    at: [0, 17, 12, 8],
    query: `${CHOSEN}
| where isnotnull(GatewayPart)
| summarize Backend = avg(BackendPart), Client = avg(ClientPart), Cache = avg(CachePart), Gateway = avg(GatewayPart) by bin(TimeGenerated, $__interval)
| order by TimeGenerated asc`,
    format: 'time_series',
    defaults: { unit: 'ms', custom: areas },
  },
  {
    type: 'table',
    title: 'Backend connections',
    description: 'Failures between gateway and backend by host, with their share of all calls to it. The host is empty where a policy’s own call failed: its address is not logged.',
    at: [12, 17, 12, 8],
    query: `${CHOSEN}
| summarize Calls = count(), Failed = countif(Family == "backend-connection" and Outcome == "failed") by Service, BackendHost
| where Failed > 0
| extend Share = iff(isempty(BackendHost), real(null), todouble(Failed) / Calls)
| extend Calls = iff(isempty(BackendHost), long(null), Calls)
| order by Failed desc`,
    format: 'table',
    overrides: [column('Share', { unit: 'percentunit', 'custom.width': 80 }), ...widths({ Calls: 80, Failed: 80 })],
  },
  {
    type: 'table',
    title: 'Newest failures',
    description: 'The newest failed requests, without the query strings of their addresses.',
    at: [0, 25, 24, 10],
    query: `${CHOSEN}
| where Outcome == "failed"
| top 100 by TimeGenerated desc
| project TimeGenerated, Title, Owner, Confidence, Service, ApiId, OperationId, Method, UrlPath, ResponseCode, BackendResponseCode, BackendHost, TotalTime, LastErrorReason, CorrelationId`,
    format: 'table',
    overrides: [column('TotalTime', { unit: 'ms' }), ...widths({ TimeGenerated: 160 })],
  },
]; // prettier-ignore

export function azureMonitorDashboard(): object {
  return {
    id: null,
    uid: 'gatewaylens-azure-monitor',
    title: 'API Management: why requests fail',
    description: 'Needs the functions GatewaylensRequests and GatewaylensScenarios in the workspace.',
    tags: ['gatewaylens', 'api-management'],
    schemaVersion: 38,
    editable: true,
    time: { from: 'now-6h', to: 'now' },
    refresh: '',
    templating: { list: variables() },
    panels: panels.map(panelOf),
  };
}

function panelOf({ type, title, description, at, query, format, ...more }: Panel, index: number): object {
  const [x, y, w, h] = at;
  const { defaults = {}, overrides = [], options = {} } = more;
  return {
    id: index + 1,
    type,
    title,
    description,
    datasource: source,
    gridPos: { x, y, w, h },
    fieldConfig: { defaults, overrides },
    options,
    // Bars that can be seen apart.
    ...(type === 'timeseries' ? { maxDataPoints: 120 } : {}),
    targets: [{ ...azureQuery('A', '$workspace', query, format), datasource: source }],
  };
}

function variables(): readonly object[] {
  const queried = (name: string, label: string, query: object) =>
    ({ name, label, type: 'query', datasource: source, query: { refId: 'A', ...query }, refresh: 1, sort: 1, current: {}, options: [] }) as const;
  // “all” is what the macro $__contains of the data source knows.
  const chosen = { multi: true, includeAll: true, allValue: 'all', refresh: 2, current: { text: ['All'], value: ['$__all'] } };
  const values = (column: string) =>
    azureQuery('A', '$workspace', `${REQUESTS}\n| where isnotempty(${column})\n| distinct ${column}`, 'table');
  return [
    { name: 'datasource', label: 'Data source', type: 'datasource', query: AZURE_MONITOR, refresh: 1, current: {}, options: [] },
    queried('subscription', 'Subscription', { queryType: 'Azure Subscriptions' }),
    queried('workspace', 'Workspace', { queryType: 'Azure Workspaces', subscription: '$subscription' }),
    { ...queried('service', 'Service', values('Service')), ...chosen },
    { ...queried('api', 'API', values('ApiId')), ...chosen },
  ];
} // prettier-ignore
