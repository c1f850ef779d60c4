import { settingName } from './setting-names';

it.each([
  ['tenantId', '“Directory (tenant) id” (tenantId)'],
  ['azureCredentials.tenantId', '“Directory (tenant) id” (azureCredentials.tenantId)'],
  ['secureJsonData.clientSecret', '“Client secret” (secureJsonData.clientSecret)'],
  ['endpoints.logs', '“Query API” (endpoints.logs)'],
  ['workspaces.2', '“Workspaces 3” (workspaces.2)'],
  ['services.1.units', '“Size of your instances 2, Units” (services.1.units)'],
  ['services.0.unit', '“Size of your instances 1” (services.0.unit)'],
  ['workload_identity_token_file of grafana.ini', '“workload_identity_token_file of grafana.ini”'],
  ['constructor', '“constructor”'],
])('%s is %s', (key, name) => {
  expect(settingName(key)).toBe(name);
});
