import { GatewaylensError } from '../../core/errors';
import { defaultSettings, settingName } from '../../core/settings';
import { parseSettings } from './schema';

it('takes defaults for what is left out, and passes over what is Grafana’s', () => {
  const grafana = {
    tlsAuth: true, tlsAuthWithCACert: true, tlsSkipVerify: false, serverName: 'x', timeout: 30, keepCookies: [],
    httpHeaderName1: 'X', oauthPassThru: false, pdcInjected: true, enableSecureSocksProxy: false,
    secureSocksProxyUsername: 'x', manageAlerts: true, allowAsRecordingRulesTarget: true, alertmanagerUid: 'x',
    teamHttpHeaders: {}, defaultRegion: 'x', authType: 'x', profile: 'x', azureCredentials: {}, maxIdleConns: 1,
    disableGrafanaCache: true, authenticationType: 'x', tokenUri: 'x', cloudName: 'x', tenantId: 'x', clientId: 'x',
    subscriptionId: 'x', logAnalyticsDefaultWorkspace: 'x', tracesToLogs: {}, derivedFields: [],
  }; // prettier-ignore
  expect(parseSettings(grafana)).toEqual(defaultSettings);
  expect(parseSettings(null)).toEqual(defaultSettings);
  expect(parseSettings({ path: null })).toEqual(defaultSettings);
});

it('takes settings as they are provisioned', () => {
  const given = {
    source: 'files',
    path: 'exports/*.json',
    services: [
      { service: 'contoso', tier: 'premium', units: 2 },
      { service: 'contoso', region: 'West Europe', tier: 'premium' },
    ],
    sampling: [{ percent: 25 }, { service: 'contoso', percent: 50, alwaysLogErrors: false }],
    customScenarios: [{ id: 'anything' }],
    customScenariosFile: 'scenarios.json',
    disabledScenarios: ['quota-exceeded'],
    overrides: { 'backend-timeout': { owner: 'network' } },
    expertKql: true,
  };
  expect(parseSettings(given)).toEqual({
    ...defaultSettings,
    ...given,
    services: [given.services[0], { ...given.services[1], units: 1 }],
    sampling: [{ percent: 25, alwaysLogErrors: true }, given.sampling[1]],
  });
});

it('takes the settings of Azure as its other plugins write them', () => {
  const given = {
    source: 'log-analytics',
    azureCredentials: {
      authType: 'clientsecret',
      azureCloud: 'AzureChinaCloud',
      tenantId: 't',
      clientId: 'c',
    },
    workspaces: ['0b1c2d3e-1111-4222-8333-444455556666'],
    tables: ['resource', 'legacy'],
    timeout: 30,
  };
  expect(parseSettings(given)).toEqual({ ...defaultSettings, ...given });
});

const azure = { source: 'log-analytics' };

const told = (jsonData: unknown) => {
  try {
    parseSettings(jsonData);
    return 'taken';
  } catch (problem) {
    return problem instanceof GatewaylensError ? `${problem.code}: ${problem.message}` : problem;
  }
};
const invalid = (key: string, problem: string) =>
  `settings-invalid: The data source’s setting ${settingName(key)} is wrong: ${problem}.`;
const unknown = (path: string, closest: string) =>
  `settings-unknown: The data source has no setting “${path}”; “${closest}” is probably meant.`;

it.each([
  [undefined, invalid('jsonData', 'it is no object, or is nested too deeply')],
  [[], invalid('jsonData', 'it is no object, or is nested too deeply')],
  [{ source: 'oracle' }, invalid('source', 'expected is one of demo, files, log-analytics')],
  [{ services: {} }, invalid('services', 'Invalid input: expected array, received object')],
  [
    { services: [{ service: 'x', tier: 'premium', unit: 2 }] },
    invalid('services.0.unit', 'there is no field “unit”; “units” is probably meant'),
  ],
  [
    { services: [{ service: 'x', tier: 'premium', units: 0 }] },
    invalid('services.0.units', 'Too small: expected number to be >=1'),
  ],
  [
    {
      services: [
        { service: 'x', tier: 'basic' },
        { service: 'X', tier: 'premium' },
      ],
    },
    invalid('services.1', 'there is another entry for the same'),
  ],
  [{ sampling: [{ percent: 0 }] }, invalid('sampling.0.percent', 'Too small: expected number to be >0')],
  [
    { sampling: [{ percent: 5 }, { percent: 6 }] },
    invalid('sampling.1', 'there is another entry for the same'),
  ],
  [{ overrides: [] }, invalid('overrides', 'an object by the ids of scenarios')],
  [{ expertKql: 'yes' }, invalid('expertKql', 'Invalid input: expected boolean, received string')],
  [{ customScenario: [] }, unknown('customScenario', 'customScenarios')],
  [{ disabledscenarios: [] }, unknown('disabledscenarios', 'disabledScenarios')],
  [{ override: {} }, unknown('override', 'overrides')],
  [
    { ...azure, workspaces: ['my-workspace'] },
    invalid('workspaces.0', 'it is neither the id nor the resource id of a workspace'),
  ],
  [{ ...azure, resources: ['contoso'] }, invalid('resources.0', 'it is no resource id')],
  [
    { ...azure, azureAuthType: 'currentuser' },
    invalid('azureAuthType', 'expected is one of clientsecret, msi, workloadidentity'),
  ],
  [{ ...azure, timeout: 1 }, invalid('timeout', 'Too small: expected number to be >=5')],
  [{ expertKQL: true }, unknown('expertKQL', 'expertKql')],
])('%j: %s', (jsonData, message) => {
  expect(told(jsonData)).toBe(message);
});

it('tells all that is wrong, and each hint once', () => {
  const wrong = { ...azure, overide: {}, timeout: 1, workspaces: ['a', '/b'] };
  const problem = 'it is neither the id nor the resource id of a workspace';
  expect(() => parseSettings(wrong)).toThrow(
    expect.objectContaining({
      message: [
        'The data source has no setting “overide”; “overrides” is probably meant.',
        `The data source’s setting “Workspaces 1” (workspaces.0) is wrong: ${problem}.`,
        `The data source’s setting “Workspaces 2” (workspaces.1) is wrong: ${problem}.`,
        'The data source’s setting “Time limit” (timeout) is wrong: Too small: expected number to be >=5.',
      ].join(' '),
      hint: 'Correct it on the data source’s page or in the provisioned file.',
    }),
  );
  const many = { ...azure, workspaces: Array.from({ length: 11 }, (_, i) => `w${i}`) };
  expect(told(many)).toMatch(
    /“Workspaces 10” \(workspaces\.9\) is wrong: [^.]*\. There are more mistakes\.$/,
  );
});

it.each(['..', 'g?', 'g#', 'g%2f', 'g\\evil.example', 'g//evil.example'])(
  'takes no id that could lead to another address: %s',
  (group) => {
    const resource = `/subscriptions/s/resourceGroups/${group}/providers/Microsoft.ApiManagement/service/x`;
    expect(told({ ...azure, resources: [resource] })).toBe(invalid('resources.0', 'it is no resource id'));
  },
);
