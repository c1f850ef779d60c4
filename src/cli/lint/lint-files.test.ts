import { GatewaylensError } from '../../core/errors';
import { lintFiles, type LintFile } from './lint-files';

const unchecked = (path: string) =>
  Promise.reject(new GatewaylensError('scenarios-file-unchecked', { path }));
const lint = (...files: readonly (readonly [string, string])[]) =>
  lintFiles(
    files.map(([name, text]): LintFile => ({ name, text, isNamed: true })),
    { scenariosFile: async (name) => (name === 'own.yaml' ? [own] : unchecked(name)) },
  );
/** `file:line:column severity code` of each issue, and what is meant where that is told. */
const told = async (...files: readonly (readonly [string, string])[]) =>
  (await lint(...files)).map(({ file, line, column, severity, code, message }) => {
    const meant = /“([^”]+)” is probably meant/.exec(message)?.[1];
    return `${file}:${line}:${column} ${severity} ${code}${meant === undefined ? '' : ` → ${meant}`}`;
  });

const own = {
  id: 'own',
  title: 'Own',
  family: 'backend',
  severity: 'critical',
  owner: 'network',
  summary: 'x',
  match: [],
  remediation: ['x'],
};

const dataSource = (lines: string) => `apiVersion: 1
datasources:
  - name: one
    uid: one
    type: gatewaylens-apim-datasource
${lines.replace(/^/gm, '    ')}`;

describe('data sources', () => {
  const azure = (lines: string) => `jsonData:\n  source: log-analytics\n${lines}`;

  it('takes what Grafana takes, variables filled in or not', async () => {
    const whole = azure(
      '  tenantId: $TENANT\n  clientId: ${CLIENT}\n  cloudName: $CLOUD\n  timeout: $SECONDS\n  workspaces: [$WORKSPACE, $OTHER]\nsecureJsonData:\n  clientSecret: $SECRET',
    );
    expect(await told(['a', dataSource(whole)])).toEqual([]);
    expect(await told(['a', dataSource('jsonData:\n  source: files\n  path: logs')])).toEqual([]);
    const other = 'apiVersion: 1\ndatasources:\n  - name: x\n    type: prometheus\n    anything: 1';
    expect(await told(['a', other])).toEqual([]);
  });

  it('names each wrong key where it stands, with the one that is meant', async () => {
    const wrong = `jsondata: {}
jsonData:
  sources: files
  path: $PORT
  services:
    - { service: contoso, tier: premum, unit: 2 }
  tables: [legcy]
  source: log-analytics
secureJsonData: { clientsecret: $S }`;
    expect(await told(['a', dataSource(wrong)])).toEqual([
      'a:6:5 error provisioned-key-unknown → jsonData',
      'a:8:7 error settings-unknown → source',
      'a:11:31 error settings-invalid → premium',
      'a:11:45 error settings-invalid → units',
      'a:12:16 error settings-invalid → legacy',
      'a:14:23 error provisioned-key-unknown → clientSecret',
    ]);
    expect(await told(['a', 'datasources:\n  - { name: x, type: gatewaylens-apim-datasorce }'])).toEqual([
      'a:1:1 error provisioned-version-missing',
      'a:2:16 error provisioned-key-unknown → gatewaylens-apim-datasource',
    ]);
  });

  it('says what an identity lacks, and of a secret that it stands in the file', async () => {
    const wrong = azure('  clientId: x\nsecureJsonData:\n  clientSecret: hunter2');
    expect(await told(['a', dataSource(wrong)])).toEqual([
      'a:6:5 error settings-invalid',
      'a:6:5 error azure-scope-missing',
      'a:10:7 warning secret-in-file',
    ]);
    expect(JSON.stringify(await lint(['a', dataSource(wrong)]))).not.toContain('hunter2');
    const bare = azure('  basicLogsEnabled: true\n  endpoints: { manager: https://manager.example }');
    expect((await lint(['a', dataSource(bare)])).map(({ message }) => message)).toEqual([
      'The data source’s setting “Directory (tenant) id” (tenantId) is wrong: it is missing.',
      'The data source’s setting “Application (client) id” (clientId) is wrong: it is missing.',
      'The data source’s setting “Client secret” (secureJsonData.clientSecret) is wrong: it is missing.',
      'The data source names neither a workspace nor an API Management instance.',
      'The data source’s setting “Workspaces” (workspaces) is wrong: a table on the Basic plan is read in one workspace.',
    ]);
    expect(await told(['a', dataSource(azure('  azureAuthType: msi\n  workspaces: [$WORKSPACE]'))])).toEqual(
      [],
    );
  });

  it('says of a secret that it stands where everybody may read it', async () => {
    const wrong = azure('  tenantId: x\n  clientId: x\n  workspaces: [$W]\n  clientSecret: hunter2\nsecureJsonData:\n  clientSecret: $S');
    expect(await told(['a', dataSource(wrong)])).toEqual(['a:11:7 error secret-in-json-data']);
    expect(JSON.stringify(await lint(['a', dataSource(wrong)]))).not.toContain('hunter2');
    const nested = azure('  workspaces: [$W]\n  azureCredentials: { authType: msi, clientSecret: hunter2 }');
    expect(await told(['a', dataSource(nested)])).toEqual(['a:9:42 error secret-in-json-data']);
  }); // prettier-ignore

  it('names a uid and a name that another one of the same folder has', async () => {
    const one = dataSource('jsonData: { source: demo }');
    const told1 = await told(['prod/a', one], ['prod/b', one.replace('uid: one', 'uid: two')], ['test/a', one]);
    expect(told1).toEqual(['prod/b:3:5 error provisioned-twice']);
    expect(await told(['a', one], ['b', one.replace('name: one', 'name: two')])).toEqual(['b:4:5 error provisioned-twice']);
    expect(await told(['a', one], ['b', one.replace('uid: one', 'uid: one\n    orgId: 2')])).toEqual([]);
    expect((await lint(['a', one], ['b', one]))[0]!.message).toBe('Another data source has the name “one”, too: a:3.');
  }); // prettier-ignore

  it('checks what it says of scenarios, as far as it is known', async () => {
    const settings = (file: string) => `jsonData:
  customScenariosFile: ${file}
  disabledScenarios: [own]
  overrides:
    backend-timeot: { owner: network }
    backend-timeout: { remediation: ['costs $five, or $$5'] }
  customScenarios: [{ id: A }]`;
    const found = await told(['a', dataSource(settings('own.yaml'))]);
    expect(found).toEqual(
      expect.arrayContaining([
        'a:10:9 error override-invalid → backend-timeout',
        'a:11:42 warning dollar-expanded',
      ]),
    );
    expect(found.join()).not.toContain('disabled-scenario-unknown');
    // A file that cannot be read here may define anything: that is said, too.
    const elsewhere = (await told(['a', dataSource(settings('elsewhere.yaml'))])).join();
    expect(elsewhere).toContain('a:7:7 warning scenarios-file-unchecked');
    expect(elsewhere).not.toContain('override-invalid');
    const given = await told(
      ['a', dataSource(settings('./elsewhere.yaml'))],
      ['x/elsewhere.yaml', JSON.stringify([own])],
    );
    expect(given.join()).toContain('a:10:9 error override-invalid → backend-timeout');
    expect(given.join()).not.toMatch(/unchecked|disabled-scenario-unknown/);
    expect((await told(['a', dataSource(settings("''"))])).join()).toContain(
      'a:8:27 error disabled-scenario-unknown',
    );
  });
});

describe('scenarios', () => {
  it('are tried with their examples', async () => {
    const scenario = `- id: mine
  title: Mine
  family: backend
  severity: info
  owner: network
  summary: x
  match:
    - at: reason
      when: { column: LastErrorReason, op: equals, value: Mine }
      basis: reason
      confidence: high
  remediation: [x]
  examples:
    matches:
      - source: seen
        row: { ResponseCode: 500, LastErrorReason: Mine }
`;
    expect(await told(['a', scenario])).toEqual([]);
    expect(await told(['a', scenario.replace('LastErrorReason: Mine', 'LastErrorReason: Timeout')])).toEqual([
      'a:15:9 error custom-scenario-example',
    ]);
    expect(await told(['a', scenario.replace('op: equals', 'op: equal').replace('family: backend', 'family: backnd')])).toEqual([
      'a:3:3 error custom-scenario-invalid → backend',
      'a:9:40 error custom-scenario-invalid → equals',
    ]);
    expect(await told(['a', scenario.replace(/^- /, '').replace(/^ {2}/gm, '')])).toEqual(['a:1:1 error scenarios-no-list']);
  }); // prettier-ignore
});

describe('alert rules', () => {
  const rules = (model: string, more = '') => `apiVersion: 1
groups:
  - name: x
    folder: x
    interval: 1m
    rules:
      - uid: x
        title: x
        condition: B
        data:
          - refId: A
            datasourceUid: one
            model: { kind: scenario-series, ${model} }
          - refId: B
            datasourceUid: __expr__
            model: { type: math, expression: $A > 0 }
${more}`;

  it('takes rules on numbers, and on scenarios that some file defines', async () => {
    expect(await told(['a', rules('result: window, scenarios: [backend-timeout]')])).toEqual([]);
    const named = rules('result: window, scenarios: [own]');
    expect(await told(['a', named])).toEqual(['a:13:73 error scenario-unknown']);
    expect(await told(['a', named], ['b', JSON.stringify([own])])).toEqual([]);
    expect(
      await told(['a', named], ['b', dataSource('jsonData: { customScenariosFile: own.yaml }')]),
    ).toEqual([]);
  });

  it('says what would make a rule fail', async () => {
    expect(await told(['a', rules('places: api, splitby: api')])).toEqual(['a:13:58 error query-field-unknown → splitBy']);
    expect(await told(['a', rules('result: window, places: api')])).toEqual(['a:13:61 error rule-labels-change']);
    expect(await told(['a', rules('').replace('scenario-series, ', 'taxonomy')])).toEqual(['a:13:22 error rule-needs-numbers']);
    expect(await told(['a', rules('').replace('condition: B', 'condition: C\n        nodataState: OK')])).toEqual([
      'a:9:9 error rule-condition-missing',
      'a:10:9 error provisioned-key-unknown → noDataState',
    ]);
  }); // prettier-ignore

  it('knows a rule by its kind and names what is misspelt in it', async () => {
    const wrong = rules('').replace('datasourceUid: one', 'datasourceUid: two\n            relativeTimeRange: { form: 600, to: 0 }');
    expect(await told(['a', wrong.replace('scenario-series', 'scenario-serie')])).toEqual([
      'a:13:34 error provisioned-key-unknown', // “from” is among the known ones that it tells
      'a:14:22 error query-kind-unknown → scenario-series',
    ]);
  }); // prettier-ignore

  it('names what is misspelt in contact points, policies and lists of what to remove', async () => {
    const wrong = `apiVersion: 1
contactPoints:
  - orgID: 1
    receivers: [{ uid: a, typ: webhook }]
policies:
  - receiver: a
    groupBy: [service]
    routes: [{ reciever: b, something_of_later: 1 }]
deleteRules: [{ uuid: a }]`;
    expect(await told(['a', wrong])).toEqual([
      'a:3:5 error provisioned-key-unknown → orgId',
      'a:4:27 error provisioned-key-unknown → type',
      'a:7:5 error provisioned-key-unknown → group_by',
      'a:8:16 error provisioned-key-unknown → receiver',
      'a:9:17 error provisioned-key-unknown → uid',
    ]);
  });

  it('leaves rules on other data sources alone', async () => {
    const other = rules('').replace('{ kind: scenario-series,  }', '{ expr: up }').replace('condition: B', 'condition: Z');
    expect(await told(['a', other])).toEqual([]);
  }); // prettier-ignore
});

it('checks apps and dashboards', async () => {
  expect(await told(['a', 'apiVersion: 1\napps:\n  - { type: gatewaylens-apim-app, orgId: 2 }'])).toEqual([
    'a:3:35 error provisioned-key-unknown → org_id',
  ]);
  expect(await told(['a', 'apiVersion: 1\napps:\n  - { typ: gatewaylens-apim-app }'])).toEqual([
    'a:3:7 error provisioned-key-unknown → type',
  ]);
  expect(await told(['a', dataSource('').replace('    type', '    typ')])).toEqual([
    'a:5:5 error provisioned-key-unknown → type',
  ]);
  const target = { datasource: { type: 'gatewaylens-apim-datasource' }, kind: 'taxonomy', scenarios: ['$s', 'nope'], wher: [] };
  const dashboard = (change: object) => JSON.stringify({ panels: [{ targets: [{ ...target, ...change }] }] }, null, 1);
  expect(await told(['a', dashboard({})])).toEqual(['a:14:6 error query-field-unknown → where']);
  expect(await told(['a', dashboard({ wher: undefined })])).toEqual(['a:12:7 error scenario-unknown']);
}); // prettier-ignore

it('says where a text cannot be read, and which files it does not know', async () => {
  expect(await told(['a', 'a: 1\nb: [1, 2\nc: 3'])).toEqual([
    expect.stringMatching(/^a:\d:\d error lint-syntax$/),
  ]);
  expect(await told(['a', 'datasorces: []'])).toEqual(['a:1:1 error lint-file-unknown → datasources']);
  expect(await told(['a', 'hello'])).toEqual(['a:1:1 error lint-file-unknown']);
  const [quiet] = [[{ name: 'a', text: 'providers: []', isNamed: false }]] as const;
  expect(await lintFiles(quiet, { scenariosFile: unchecked })).toEqual([]);
});
