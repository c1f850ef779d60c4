import { CoreApp, type DataSourceInstanceSettings, type ScopedVars } from '@grafana/data';
import { setTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import { queryTypes } from '../core/query';
import { GatewaylensDataSource } from './datasource';
import type { GatewaylensQuery, GatewaylensSettings } from './query';

type Format = (value: unknown) => string;

/** A template service with the variables `$one`, `$many` and `$none`. */
const variables: Record<string, unknown> = { one: 'orders', many: ['a', 'b,c'], none: [] };
setTemplateSrv({
  replace: (text: string, _: ScopedVars, format: Format) =>
    text.replace(/\$\{?(\w+)\}?/g, (whole, name: string) =>
      name in variables ? format(variables[name]) : whole,
    ),
} as unknown as TemplateSrv);

const datasource = new GatewaylensDataSource({
  uid: 'x',
  jsonData: {},
} as DataSourceInstanceSettings<GatewaylensSettings>);
const query = (change: object) => ({ refId: 'A', ...change }) as GatewaylensQuery;
const { defaults } = queryTypes['scenario-series'];

it('puts variables in, each value of one with several', () => {
  const where = [{ dimension: 'api', op: 'in', values: ['$one', '${many}', 'x-$one', 'plain', '$unknown'] }];
  expect(datasource.applyTemplateVariables(query({ where, scenarios: ['$many'] }), {})).toEqual({
    refId: 'A',
    ...defaults,
    scenarios: ['a', 'b,c'],
    where: [{ dimension: 'api', op: 'in', values: ['orders', 'a', 'b,c', 'x-orders', 'plain', '$unknown'] }],
  });
});

it('keeps a filter without values for the backend, and widens none whose variable stands for nothing', () => {
  const where = [
    { dimension: 'api', op: 'in', values: [] },
    { dimension: 'service', op: 'in', values: ['$none'] },
  ];
  expect(datasource.applyTemplateVariables(query({ where }), {})).toEqual({
    refId: 'A',
    ...defaults,
    where: [
      { dimension: 'api', op: 'in', values: [] },
      { dimension: 'service', op: 'in', values: [''] },
    ],
  });
});

it('puts variables into kinds of query that choose no scenarios', () => {
  const where = [{ dimension: 'api', op: 'in', values: ['$one'] }];
  expect(datasource.applyTemplateVariables(query({ kind: 'timing', where }), {})).toEqual({
    refId: 'A',
    ...queryTypes.timing.defaults,
    where: [{ dimension: 'api', op: 'in', values: ['orders'] }],
  });
});

it('does the same for every query that Grafana wants without variables', () => {
  expect(datasource.interpolateVariablesInQueries([query({ scenarios: ['$one'] })], {})).toEqual([
    { refId: 'A', ...defaults, scenarios: ['orders'] },
  ]);
});

it.each([
  ['of a newer version', { version: 99, scenarios: ['$one'] }, /^The query was saved by a newer version/],
  ['of an unknown kind', { kind: 'oracle' }, /^There is no kind of query “oracle”\.$/],
  ['whose kind is no text', { kind: 5 }, /^There is no kind of query “number”\.$/],
])('leaves a query %s to the backend, and says what is wrong with it', (_, stored, text) => {
  expect(datasource.applyTemplateVariables(query(stored), {})).toEqual({ refId: 'A', ...stored });
  expect(datasource.getQueryDisplayText(query(stored))).toMatch(text);
});

it('describes a query, and runs none that is hidden', () => {
  expect(datasource.getQueryDisplayText(query({ as: 'rate', families: ['client'], splitBy: 'api' }))).toBe(
    'Failures by scenario (rate): client, split by api',
  );
  expect([datasource.filterQuery(query({})), datasource.filterQuery(query({ hide: true }))]).toEqual([
    true,
    false,
  ]);
});

it('begins with a series, and with one value in alert rules', () => {
  expect([CoreApp.Dashboard, CoreApp.UnifiedAlerting].map((app) => datasource.getDefaultQuery(app))).toEqual([
    defaults,
    { ...defaults, result: 'window' },
  ]);
});

it('asks for the catalogue once, and again after it could not be had', async () => {
  const answer = { order: [], scenarios: {} };
  const asked = jest
    .spyOn(datasource, 'getResource')
    .mockRejectedValueOnce(new Error('gone'))
    .mockResolvedValue(answer);
  await expect(datasource.catalogue()).rejects.toThrow('gone');
  await expect(Promise.all([datasource.catalogue(), datasource.catalogue()])).resolves.toEqual([
    answer,
    answer,
  ]);
  expect(asked.mock.calls).toEqual([['catalogue'], ['catalogue']]);
});
