import { parse } from 'yaml';
import type { AlertRuleFile } from '../../../core/alert-rules';
import { spawnedCli } from '../../../../tests/support/spawned-cli';

jest.setTimeout(120_000);

const { run } = spawnedCli();
const cli = (...args: readonly string[]) => run(['export', 'alert-rules', ...args]);

it('prints what Grafana provisions, for other intervals, thresholds and scopes', () => {
  const { status, stdout, stderr } = cli(
    '--datasource', 'prod', '--name', 'shop', '--where', 'service=Contoso', '--where', 'api!=echo', '--interval', '10m',
    '--threshold', '3', '--threshold', 'backend=9', '--families', 'backend,policy', '--timeout', '30s', '--delay', '2m',
    '--silence', '1h', '--unclassified', '5,2.5%', '--label', 'team=shop', '--folder', 'Shop', '--org', '2',
  ); // prettier-ignore
  expect([status, stderr]).toEqual([0, '']);
  const [group] = (parse(stdout) as AlertRuleFile).groups;
  expect([group.interval, group.folder, group.orgId]).toEqual(['10m', 'Shop', 2]);
  expect(group.rules.map(({ uid, labels }) => [uid, labels.team])).toEqual([
    ['apim-shop-backend', 'shop'],
    ['apim-shop-policy', 'shop'],
    ['apim-shop-unclassified', 'shop'],
    ['apim-shop-freshness', 'shop'],
  ]);
  const [backend, policy, unclassified, freshness] = group.rules;
  expect(backend!.data[0]).toMatchObject({
    datasourceUid: 'prod',
    relativeTimeRange: { from: 600 + 150, to: 0 }, // the interval, where the lookback is shorter
    model: {
      where: [
        { dimension: 'service', op: 'in', values: ['Contoso'] },
        { dimension: 'api', op: 'notIn', values: ['echo'] },
      ],
    },
  });
  const thresholds = [backend, policy, freshness].map((rule) => JSON.stringify(rule!.data.at(-1)));
  expect(thresholds.map((text) => /"params":\[(\d+)\]/.exec(text)?.[1])).toEqual(['9', '3', '3750']);
  expect(unclassified!.data.at(-1)!.model).toMatchObject({ expression: '$A >= 5 && $B > 0.025' });
});

it.each([
  [['--interval', '15s'], '“15s” is nothing that --interval takes.'],
  [['--interval', 'often'], '“often” is no duration.'],
  [['--name', 'Shop!'], '“Shop!” is nothing that --name takes.'],
  [['--datasource', 'a{{b'], '“a{{b” is nothing that --datasource takes.'],
  [['--threshold', 'bakend=1'], '“bakend” is none of the choices.'],
  [['--threshold', 'many'], '“many” is nothing that --threshold takes.'],
  [['--unclassified', '1%'], '“1%” is nothing that --unclassified takes.'],
  [['--label', 'service=x'], '“service=x” is nothing that --label takes.'],
  [['--where', 'colour=red'], 'There is no dimension “colour” to filter by.'],
])('refuses %j', (args, message) => {
  const { status, stdout, stderr } = cli(...args);
  expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining(`gatewaylens: ${message}`)]);
});
