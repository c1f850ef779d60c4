/**
 * What the configuration editor calls each setting, by its key as provisioned files have it: in `jsonData`, except for the
 * secrets. Errors say both.
 */
export const settingLabels = {
  source: 'Source',
  path: 'Path',
  cloudName: 'Azure cloud',
  azureAuthType: 'Authentication',
  tenantId: 'Directory (tenant) id',
  clientId: 'Application (client) id',
  'secureJsonData.clientSecret': 'Client secret',
  workspaces: 'Workspaces',
  resources: 'API Management instances',
  tables: 'Tables',
  timeout: 'Time limit',
  basicLogsEnabled: 'Basic plan',
  partialResultsInAlerts: 'Partial results in alert rules',
  expertKql: 'Queries in KQL',
  'endpoints.logs': 'Query API',
  'endpoints.login': 'Sign-in',
  'endpoints.manager': 'Resource Manager',
  'endpoints.portal': 'Portal',
  proxyUrl: 'Proxy',
  tlsAuthWithCACert: 'With a CA certificate of one’s own',
  'secureJsonData.tlsCACert': 'CA certificate',
  services: 'Size of your instances',
  'services.service': 'Service',
  'services.region': 'Region',
  'services.tier': 'Tier',
  'services.units': 'Units',
  sampling: 'Sampling',
  'sampling.service': 'Service',
  'sampling.percent': 'Logged',
  'sampling.alwaysLogErrors': 'Always log errors',
  customScenarios: 'Scenarios of your own',
  customScenariosFile: 'File with more of them',
  disabledScenarios: 'Scenarios that are not in force',
  overrides: 'Say otherwise of a scenario',
} as const;
export type SettingKey = keyof typeof settingLabels;

/** Where other Azure plugins of Grafana store the same. */
const asOurs: Readonly<Partial<Record<string, SettingKey>>> = {
  'azureCredentials.authType': 'azureAuthType',
  'azureCredentials.azureCloud': 'cloudName',
  'azureCredentials.tenantId': 'tenantId',
  'azureCredentials.clientId': 'clientId',
};

/** A setting as the editor calls it, and as files do: “Size of your instances 2, Units” (services.1.units). */
export function settingName(key: string): string {
  const [, list, position, field] = /^(\w+)\.(\d+)(?:\.(.+))?$/.exec(key) ?? [];
  const label = list === undefined ? labelAt(key) : entryLabel(list, Number(position), labelAt(`${list}.${field}`));
  return label === '' ? `“${key}”` : `“${label}” (${key})`;
} // prettier-ignore

/** Of what stands in a list. */
function entryLabel(list: string, position: number, field: string): string {
  return [`${labelAt(list)} ${position + 1}`, ...(field === '' ? [] : [field])].join(', ');
}

/** Empty for what the editor does not show. */
function labelAt(key: string): string {
  const ours = asOurs[key] ?? key;
  return Object.hasOwn(settingLabels, ours) ? settingLabels[ours as SettingKey] : '';
}
