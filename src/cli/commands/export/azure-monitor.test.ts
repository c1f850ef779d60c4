import { parse } from 'yaml';
import { spawnedCli } from '../../../../tests/support/spawned-cli';
import { yamlBlocks } from '../../../../tests/support/yaml-blocks';

jest.setTimeout(120_000);

const { run, file } = spawnedCli();
const cli = (...args: readonly string[]) => run(['export', 'azure-monitor', ...args]);

const WORKSPACE = '/subscriptions/s/resourceGroups/g/providers/Microsoft.OperationalInsights/workspaces/w';

const written = (text: string) => file('scenarios.yaml', text);

it('puts scenarios of one’s own into both functions', () => {
  const [own] = yamlBlocks('docs/own-scenarios.md').filter(({ file }) => file === 'scenarios.yaml');
  const { status, stdout, stderr } = cli('template', '--scenarios', written(own!.text));
  expect([status, stderr]).toEqual([0, '']);
  const { resources } = JSON.parse(stdout) as { resources: { properties: { query: string } }[] };
  const [requests, scenarios] = resources.map(({ properties }) => properties.query);
  expect(requests).toContain('BackendHost == "orders.contoso.net"');
  expect(scenarios).toContain('"orders-maintenance", "Orders backend in maintenance", "Backend"');
});

it('has owners, remedies and links of a team’s own, and leaves out what it disabled', () => {
  const overrides =
    'backend-tls-trust: { owner: network, remediation: [Call the network team.], links: [{ title: Wiki, url: https://wiki.example.com/tls }] }';
  const own = ['--overrides', file('overrides.yaml', overrides), '--disabled', 'backend-timeout,jwt-expired'];
  const { status, stdout, stderr } = cli('template', ...own);
  expect([status, stderr]).toEqual([0, '']);
  const { resources } = JSON.parse(stdout) as { resources: { properties: { query: string } }[] };
  const [requests, scenarios] = resources.map(({ properties }) => properties.query);
  const row = scenarios!.split('\n').find((line) => line.includes('"backend-tls-trust"'));
  expect(row).toContain('"Network team"');
  expect(row).toContain('"Call the network team.", "https://wiki.example.com/tls"');
  expect(requests).toMatch(/in \([^)]*"backend-tls-trust"[^)]*\), "network"/);
  expect(`${requests}${scenarios}`).not.toContain('"backend-timeout"');
  const rules = (...args: readonly string[]) => cli('alert-rules', '--workspace', WORKSPACE, ...args).stdout;
  expect(rules()).toContain('backend-timeout');
  expect(rules(...own)).not.toContain('backend-timeout');
});

it('prints alert rules for a data source and a workspace', () => {
  const { status, stdout } = cli('alert-rules', '--datasource', 'azure', '--workspace', WORKSPACE, '--timeout', '30s');
  const { groups } = parse(stdout) as { groups: { rules: { data: object[] }[] }[] };
  expect(status).toBe(0);
  expect(groups[0]!.rules[0]!.data[0]).toMatchObject({
    datasourceUid: 'azure',
    relativeTimeRange: { from: 30 + 300 + 300, to: 0 },
    model: { azureLogAnalytics: { resources: [WORKSPACE] } },
  });
}); // prettier-ignore

it.each([
  [['alert-rules'], '“” is nothing that --workspace takes.'],
  [['alert-rules', '--workspace', WORKSPACE, '--datasource', 'a b'], '“a b” is nothing that --datasource takes.'],
  [['functions', '--tables', 'new'], '“new” is none of the choices.'],
  [['functions', '--scenarios', 'gone.yaml'], 'The file “gone.yaml” could not be read: there is no such file'],
])('refuses %j', (args, message) => {
  const { status, stdout, stderr } = cli(...args);
  expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining(`gatewaylens: ${message}`)]);
}); // prettier-ignore

it.each([
  [
    '--overrides',
    'backend-timeot: { owner: network }',
    /“\S+overrides\.yaml” .*“backend-timeout” is probably meant/,
  ],
  ['--overrides', '- id: x', /An object by the ids of scenarios is expected/],
  [
    '--disabled',
    'backend-timeot',
    /What “--disabled” says .*no such scenario; “backend-timeout” is probably meant/,
  ],
])('refuses %s with “%s”', (option, text, message) => {
  const value = option === '--overrides' ? file('overrides.yaml', text) : text;
  const { status, stdout, stderr } = cli('functions', option, value);
  expect([status, stdout, stderr]).toEqual([2, '', expect.stringMatching(message)]);
});

it.each([
  ['- id: [', /cannot be used: Line 1: /],
  ['id: one', /cannot be used: A list is expected/],
  ['- id: one', /cannot be used: The custom scenario “one” is left out: /],
])('refuses scenarios of which something is wrong: %s', (text, message) => {
  const { status, stdout, stderr } = cli('functions', '--scenarios', written(text));
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(message);
  expect(stderr).toContain('gatewaylens lint');
});
