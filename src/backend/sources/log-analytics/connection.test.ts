import { GatewaylensError } from '../../../core/errors';
import { azureClouds, defaultSettings, type DataSourceSettings } from '../../../core/settings';
import { azureAdministration } from './administration';
import { azureConnection, type AzureAdministration } from './connection';

const nothing: AzureAdministration = azureAdministration({});
const given = { ...defaultSettings, tenantId: 'tenant', clientId: 'client' };
const secrets = { clientSecret: 'secret' };
const connect = (
  settings: Partial<DataSourceSettings> = {},
  administration = nothing,
  of: Record<string, string> = secrets,
) => azureConnection({ ...given, ...settings }, of, administration);

it.each([
  ['AzureCloud', 'api.loganalytics.io', 'login.microsoftonline.com', 'portal.azure.com'],
  ['azuremonitor', 'api.loganalytics.io', 'login.microsoftonline.com', 'portal.azure.com'],
  ['AzureChinaCloud', 'api.loganalytics.azure.cn', 'login.chinacloudapi.cn', 'portal.azure.cn'],
  ['chinaazuremonitor', 'api.loganalytics.azure.cn', 'login.chinacloudapi.cn', 'portal.azure.cn'],
  ['AzureUSGovernment', 'api.loganalytics.us', 'login.microsoftonline.us', 'portal.azure.us'],
  ['govazuremonitor', 'api.loganalytics.us', 'login.microsoftonline.us', 'portal.azure.us'],
])('the cloud %s', (cloudName, logs, login, portal) => {
  const expected = { logs: `https://${logs}`, login: `https://${login}`, portal: `https://${portal}` };
  expect(connect({ cloudName })).toMatchObject(expected);
  const azureCredentials = { authType: 'clientsecret', azureCloud: cloudName, tenantId: 't', clientId: 'c' } as const;
  expect(connect({ azureCredentials, tenantId: '', clientId: '' })).toMatchObject({
    ...expected,
    credential: { type: 'clientsecret', tenantId: 't', clientId: 'c', clientSecret: 'secret' },
  });
}); // prettier-ignore

it('takes the identities that Grafana hands on', () => {
  const administration = azureAdministration({
    GFAZPL_MANAGED_IDENTITY_ENABLED: 'true',
    GFAZPL_MANAGED_IDENTITY_CLIENT_ID: 'of Grafana',
    GFAZPL_WORKLOAD_IDENTITY_ENABLED: 'true',
    GFAZPL_WORKLOAD_IDENTITY_TENANT_ID: 'its tenant',
    GFAZPL_WORKLOAD_IDENTITY_CLIENT_ID: 'its client',
    GFAZPL_WORKLOAD_IDENTITY_TOKEN_FILE: '/token',
  });
  const own = { tenantId: '', clientId: '' };
  expect(connect({ ...own, azureAuthType: 'msi' }, administration).credential).toEqual({
    type: 'msi',
    clientId: 'of Grafana',
  });
  expect(connect({ ...own, azureAuthType: 'workloadidentity' }, administration).credential).toEqual({
    type: 'workloadidentity',
    tenantId: 'its tenant',
    clientId: 'its client',
    tokenFile: '/token',
  });
});

const told = (work: () => unknown) => {
  try {
    work();
    return 'allowed';
  } catch (problem) {
    return problem instanceof GatewaylensError ? `${problem.code}: ${problem.message}` : problem;
  }
};
const private_ = 'https://logs.private.example';

it.each([
  ['no secret', () => connect({}, nothing, {}), 'settings-invalid: The data source’s setting “Client secret” (secureJsonData.clientSecret) is wrong: it is missing.'],
  ['no tenant', () => connect({ tenantId: '' }), 'settings-invalid: The data source’s setting “Directory (tenant) id” (tenantId) is wrong: it is missing.'],
  ['nothing at all', () => connect({ tenantId: '', clientId: '', proxyUrl: 'http://proxy:3128' }, nothing, {}), 'settings-invalid: The data source’s setting “Directory (tenant) id” (tenantId) is wrong: it is missing. The data source’s setting “Application (client) id” (clientId) is wrong: it is missing. The data source’s setting “Client secret” (secureJsonData.clientSecret) is wrong: it is missing. The setting “Proxy” (proxyUrl) names the address http://proxy:3128, which is not allowed on this Grafana.'],
  ['no cloud', () => connect({ cloudName: 'Moon' }), `settings-invalid: The data source’s setting “Azure cloud” (cloudName) is wrong: there is no cloud “Moon”; use ${Object.keys(azureClouds).join(', ')}.`],
  ['identity not offered', () => connect({ azureAuthType: 'msi' }), 'azure-identity-not-offered: Grafana does not offer its managed identity to this plugin.'],
  ['address not allowed', () => connect({ endpoints: { logs: private_ } }), `azure-endpoint-not-allowed: The setting “Query API” (endpoints.logs) names the address ${private_}, which is not allowed on this Grafana.`],
  ['an allowed name in another place', () => connect({ endpoints: { login: `https://evil.example/?${private_}` } }, { ...nothing, allowedEndpoints: [private_] }), 'azure-endpoint-not-allowed: The setting “Sign-in” (endpoints.login) names the address https://evil.example, which is not allowed on this Grafana.'],
  ['a user in front', () => connect({ endpoints: { logs: `${private_}@evil.example` } }, { ...nothing, allowedEndpoints: [private_] }), 'azure-endpoint-not-allowed: The setting “Query API” (endpoints.logs) names the address https://evil.example, which is not allowed on this Grafana.'],
  ['a proxy not allowed', () => connect({ proxyUrl: 'http://proxy:3128' }), 'azure-endpoint-not-allowed: The setting “Proxy” (proxyUrl) names the address http://proxy:3128, which is not allowed on this Grafana.'],
  ['plain http', () => connect({ endpoints: { logs: 'http://logs.example' } }, { ...nothing, allowedEndpoints: ['http://logs.example'] }), 'settings-invalid: The data source’s setting “Query API” (endpoints.logs) is wrong: tokens go over https only.'],
])('%s', (_, work, message) => {
  expect(told(work)).toBe(message);
}); // prettier-ignore

it.each([
  'https://logs.private.example.',
  'https://logs.private.example:8443',
  'https://logs.priv\u0430te.example',
  'https://evil.logs.private.example',
  '//logs.private.example',
  'https:\\\\evil.example\\@logs.private.example',
  'ftp://logs.private.example',
  'https://api.loganalytics.io.',
])('takes no address that only looks like an allowed one: %s', (logs) => {
  const allowed = { ...nothing, allowedEndpoints: [private_] };
  expect(told(() => connect({ endpoints: { logs } }, allowed))).toMatch(/^azure-endpoint-not-allowed: /);
});

it('takes other addresses, a proxy and an authority where they are allowed', () => {
  const administration = azureAdministration({
    GF_PLUGIN_ALLOWED_ENDPOINTS: `${private_}, http://proxy:3128`,
  });
  const settings = {
    endpoints: { logs: `${private_}/` },
    proxyUrl: 'http://proxy:3128',
    tlsAuthWithCACert: true,
  };
  expect(connect(settings, administration, { ...secrets, tlsCACert: 'PEM' })).toMatchObject({
    logs: private_,
    login: 'https://login.microsoftonline.com',
    manager: 'https://management.azure.com',
    portal: 'https://portal.azure.com',
    proxy: 'http://proxy:3128',
    ca: 'PEM',
  });
});
