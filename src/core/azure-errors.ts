import { settingName } from './settings/setting-names';

/** Errors of the source `log-analytics`, a part of the table in errors.ts. */
const downstream = { fault: 'downstream', status: 400 } as const;

export const azureErrors = {
  'azure-identity-not-offered': {
    ...downstream,
    status: 403,
    sentence: 'Grafana does not offer its {identity} to this plugin.',
    hint: 'Grafana’s administrator sets in the section [azure] of grafana.ini: {setting} = true, and forward_settings_to_plugins with gatewaylens-apim-datasource in it. Or use a client secret.',
  },
  'azure-endpoint-not-allowed': {
    ...downstream,
    status: 403,
    sentence: 'The setting {setting} names the address {url}, which is not allowed on this Grafana.',
    hint: 'Grafana’s administrator allows it: allowed_endpoints in the section [plugin.gatewaylens-apim-datasource] of grafana.ini, or GATEWAYLENS_ALLOWED_ENDPOINTS in Grafana’s environment, a list with commas.',
  },
  'azure-scope-missing': {
    ...downstream,
    sentence: 'The data source names neither a workspace nor an API Management instance.',
    hint: `Give in ${settingName('workspaces')} the id of the Log Analytics workspace that the diagnostic setting writes to, or in ${settingName('resources')} the resource id of an instance.`,
  },
  'azure-no-token': {
    ...downstream,
    status: 502,
    sentence: 'Azure gave no token: {problem}.',
    hint: 'Check that Grafana reaches {host}, and that the credentials are those of this cloud.',
  },
  'azure-wrong-secret': {
    ...downstream,
    status: 401,
    sentence: 'Azure refuses the client secret: {problem}.',
    hint: 'It is wrong or has expired. Make a new one under App registrations > Certificates & secrets, and enter its value, not its id.',
  },
  'azure-wrong-client': {
    ...downstream,
    status: 401,
    sentence: 'Azure does not know this application or directory: {problem}.',
    hint: 'Check client id, tenant id and cloud: they stand on the overview page of the app registration.',
  },
  'azure-wrong-cloud': {
    ...downstream,
    status: 401,
    sentence: 'The query service does not accept the token: {problem}.',
    hint: 'Check the cloud and the tenant: a token of one cloud or directory is worth nothing in another.',
  },
  'azure-unreachable': {
    ...downstream,
    status: 502,
    sentence: 'The query service at {host} cannot be reached: {problem}.',
    hint: 'Check name resolution, firewall, proxy and private links between Grafana and this address.',
  },
  'azure-certificate': {
    ...downstream,
    status: 502,
    sentence: 'The certificate of {host} is not trusted: {problem}.',
    hint: 'Where a proxy opens TLS, give its authority as CA certificate; otherwise somebody else answers for this address.',
  },
  'azure-workspace-unknown': {
    ...downstream,
    status: 404,
    sentence: 'There is no such workspace or instance: {problem}.',
    hint: 'Give the Workspace ID from the workspace’s overview page (not its name), or the whole resource id; and check the cloud.',
  },
  'azure-no-rights': {
    ...downstream,
    status: 403,
    sentence: 'The identity may not read these logs: {problem}.',
    hint: 'Give it the role Log Analytics Reader on the workspace, or Monitoring Reader on the instance. A new role takes effect within an hour.',
  },
  'azure-table-missing': {
    ...downstream,
    status: 404,
    sentence: 'There is no table {table}, or the identity may not see it: {problem}.',
    hint: `Check that a diagnostic setting of API Management sends GatewayLogs to this workspace, and to which table: “resource specific” fills ApiManagementGatewayLogs, “Azure diagnostics” AzureDiagnostics; say so in ${settingName('tables')}.`,
  },
  'azure-tables-missing': {
    ...downstream,
    status: 404,
    sentence:
      'The workspace has neither ApiManagementGatewayLogs nor AzureDiagnostics, or the identity may see neither: {problem}.',
    hint: 'Make a diagnostic setting in API Management that sends GatewayLogs to this workspace; rows come some minutes after the first requests.',
  },
  'azure-table-empty': {
    ...downstream,
    status: 404,
    sentence: '{table} has no gateway logs of the last day.',
    hint: 'No rows is not the same as no failures: check the diagnostic setting, the sampling of each API, and that requests were made. Rows come some minutes after the requests.',
  },
  'azure-rows-stale': {
    ...downstream,
    sentence: 'The newest rows of {table} are of {age} ago; rows are ingested after {after}.',
    hint: 'Either there were no requests, or the logs are delayed. Alert rules have to look back further than that.',
  },
  'azure-table-basic': {
    ...downstream,
    sentence: 'The table is on the Basic plan, which other queries are for: {problem}.',
    hint: `Switch on ${settingName('basicLogsEnabled')} in the data source; each query then costs by the data that it scans. Or move the table to the Analytics plan.`,
  },
  'azure-basic-unsupported': {
    ...downstream,
    sentence: 'A table on the Basic plan cannot answer this: {problem}.',
    hint: 'Use another kind of query, or move the table to the Analytics plan.',
  },
  'azure-throttled': {
    ...downstream,
    status: 429,
    sentence: 'Azure answers too many requests of this identity at the moment: {problem}.',
    hint: 'All data sources and alert rules with the same identity share its limits. Refresh less often, or use an identity of its own.',
  },
  'azure-too-slow': {
    ...downstream,
    status: 504,
    sentence: 'The query did not end within {seconds} s.',
    hint: `Choose a shorter range, filter, or allow more time in the data source’s ${settingName('timeout')}.`,
  },
  'azure-too-large': {
    ...downstream,
    status: 413,
    sentence: 'The answer is larger than about 100 MiB, which is the most that Azure gives and that is read.',
    hint: 'Choose a shorter range, a longer step, fewer groups, or filter.',
  },
  'azure-partial': {
    ...downstream,
    status: 502,
    sentence: 'Azure read only a part of the logs: {problem}.',
    hint: `An alert rule must not judge by a part: choose a shorter range, or allow it in the data source’s ${settingName('partialResultsInAlerts')}.`,
  },
  'azure-answer-unreadable': {
    ...downstream,
    status: 502,
    sentence: 'What came from {host} is no answer of the query service: {problem}.',
    hint: 'Often a proxy or a firewall answers in its place, or the connection broke: try again, then ask who runs the network.',
  },
  'azure-service-failed': {
    ...downstream,
    status: 502,
    sentence: 'The query service failed: {problem}.',
    hint: 'Try again in some minutes; status.azure.com tells of greater trouble.',
  },
  'azure-query-refused': {
    fault: 'plugin',
    status: 500,
    sentence: 'The query service does not understand the query: {problem}.',
    hint: 'This is a fault of the plugin; please report it with the query that Grafana’s query inspector shows.',
  },
} as const;
