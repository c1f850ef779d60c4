import {
  CoreApp,
  dateTime,
  type DataQueryResponse,
  type DataSourceInstanceSettings,
  type ScopedVars,
} from '@grafana/data';
import { DataSourceWithBackend, locationService, setTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import { firstValueFrom, of } from 'rxjs';
import { queryTypes } from '../core/query';
import { GatewaylensDataSource } from './datasource';
import type { GatewaylensQuery, GatewaylensSettings } from './query';

type Format = ((value: unknown) => string) | undefined;

/** A template service with the variables `$one`, `$many` and `$none`. */
const variables: Record<string, unknown> = {
  one: 'orders',
  many: ['a', 'b,c'],
  none: [],
  every: ['a', 'b'],
  family: 'access',
  step: '1h',
  dimension: 'region',
  outcome: 'masked',
  number: '7',
};
const ofBoth = { key: 'API', operator: '!=', value: 'x' };
/** Grafana 10 finds those bound to a data source by either, those bound to a variable by the variable’s value. */
const adHoc: Readonly<Record<string, object[]>> = {
  Old: [ofBoth],
  y: [ofBoth, { key: 'Service', operator: '=', value: 'z' }],
};
setTemplateSrv({
  replace: (text: string, _: ScopedVars, format: Format) =>
    text.replace(/\$\{?(\w+)\}?/g, (whole, name: string) =>
      name in variables ? (format ? format(variables[name]) : String(variables[name])) : whole,
    ),
  getVariables: () => [
    { name: 'every', current: { value: ['$__all'] } },
    { name: 'one', current: { value: 'orders' } },
  ],
  getAdhocFilters: (source: string) => adHoc[source] ?? [],
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

it('leaves nothing out for a variable that stands for all', () => {
  const where = [
    { dimension: 'api', op: 'in', values: ['$every', 'x'] },
    { dimension: 'api', op: 'notIn', values: ['$every'] },
  ];
  expect(
    datasource.applyTemplateVariables(query({ where, scenarios: ['${every}'], families: ['client'] }), {}),
  ).toEqual({
    refId: 'A',
    ...defaults,
    where: [{ dimension: 'api', op: 'notIn', values: ['a', 'b'] }],
  });
  const repeated = { every: { text: 'a', value: 'a' } };
  expect(datasource.applyTemplateVariables(query({ where: [where[0]] }), repeated).where).toHaveLength(1);
});

it('takes families from variables, and single words and numbers', () => {
  const where = [{ dimension: '$dimension', op: 'in', values: ['x'] }];
  const stored = { scenarios: ['$family', 'access'], step: '$step', top: '${number}', where };
  expect(datasource.applyTemplateVariables(query(stored), {})).toEqual({
    refId: 'A',
    ...defaults,
    scenarios: ['access'],
    families: ['access'],
    step: '1h',
    top: 7,
    where: [{ dimension: 'region', op: 'in', values: ['x'] }],
  });
});

it.each([
  ['$outcome', ['masked']],
  ['$every', ['failed', 'masked']],
])('takes which requests count from the variable %s', (name, outcomes) => {
  expect(datasource.applyTemplateVariables(query({ outcomes: [name] }), {})).toMatchObject({ outcomes });
});

it.each([{ where: 'x' }, { where: [{}] }, { scenarios: 1 }, { outcomes: {} }, { kind: 'oracle' }])(
  'hands %j to the backend as it is, which says what is wrong',
  (stored) => {
    const filters = [{ key: 'api', operator: '=', value: 'orders' }];
    const asked = datasource.applyTemplateVariables(query(stored), {}, filters);
    expect(asked).toEqual(expect.objectContaining({ ...stored, where: asked.where }));
  },
);

it('applies a dashboard’s ad-hoc filters, given with the request or kept by the data source’s name', () => {
  const filters = [
    { key: 'api', operator: '=', value: 'orders' },
    { key: 'region', operator: '!=|', value: 'a', values: ['a', 'b'] },
    { key: 'method', operator: '=~', value: 'G.*' },
  ];
  expect(datasource.applyTemplateVariables(query({}), {}, filters).where).toEqual([
    { dimension: 'api', op: 'in', values: ['orders'] },
    { dimension: 'region', op: 'notIn', values: ['a', 'b'] },
    { dimension: 'method', op: '=~', values: ['G.*'] },
  ]);
  const old = new GatewaylensDataSource({ uid: 'y', name: 'Old', jsonData: {} } as never);
  expect(old.applyTemplateVariables(query({}), {}).where).toEqual([
    { dimension: 'api', op: 'notIn', values: ['x'] },
    { dimension: 'service', op: 'in', values: ['z'] },
  ]);
});

it('offers values for ad-hoc filters under the other filters', async () => {
  const asked = jest
    .spyOn(datasource, 'postResource')
    .mockResolvedValue({ values: [{ value: 'a' }, { value: 'b' }] });
  expect((await datasource.getTagKeys()).slice(0, 2)).toEqual([
    { text: 'Service', value: 'service' },
    { text: 'Gateway region', value: 'region' },
  ]);
  const filters = [
    { key: 'service', operator: '=', value: 'east' },
    { key: 'API', operator: '=', value: 'x' },
  ];
  const timeRange = { from: dateTime(1000), to: dateTime(2000), raw: { from: '', to: '' } };
  // Grafana 10 gives the text of a key as the key.
  expect(await datasource.getTagValues({ key: 'API', filters, timeRange })).toEqual([
    { text: 'a' },
    { text: 'b' },
  ]);
  expect(await datasource.getTagValues({ key: 'gone', filters, timeRange })).toEqual([]);
  expect(asked.mock.calls).toEqual([
    [
      'values',
      {
        dimension: 'api',
        range: { from: 1000, to: 2000 },
        where: [{ dimension: 'service', op: 'in', values: ['east'] }],
        limit: 1000,
      },
    ],
  ]);
});

it.each([
  ['ApiId', 'ADD_FILTER', { where: [{ dimension: 'api', op: 'in', values: ['v'] }] }],
  ['api', 'ADD_FILTER_OUT', { where: [{ dimension: 'api', op: 'notIn', values: ['v'] }] }],
  ['Scenario', 'ADD_FILTER', { scenarios: ['v'] }],
])('makes a filter of a value of %s (%s)', (key, type, change) => {
  expect(datasource.modifyQuery(query({}), { type, options: { key, value: 'v' } })).toEqual({
    refId: 'A',
    ...defaults,
    ...change,
  });
});

it('filters by nothing that is no dimension, and not twice by the same', () => {
  const once = datasource.modifyQuery(query({}), { type: 'ADD_FILTER', options: { key: 'api', value: 'v' } });
  expect(datasource.modifyQuery(once, { type: 'ADD_FILTER', options: { key: 'api', value: 'v' } })).toEqual(
    once,
  );
  expect(
    datasource.modifyQuery(once, { type: 'ADD_FILTER', options: { key: 'TotalTime', value: '5' } }),
  ).toBe(once);
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
  const where = [
    { dimension: 'api', op: 'in', values: ['a', 'b', 'c', 'd', 'e'] },
    { dimension: 'service', op: 'notIn', values: ['$one', ''] },
    { dimension: 'region', op: 'in', values: [] },
  ];
  expect(datasource.getQueryDisplayText(query({ kind: 'failures', where }))).toBe(
    'Newest failures: all, api = a or b or c or 2 more, service ≠ $one and (empty)',
  );
  const malformed = { kind: 'failures', where: [{ dimension: 'api', op: 'in', values: '$one' }] } as never;
  expect(datasource.getQueryDisplayText(malformed)).toBe('A query that cannot be read');
  expect([true, false].filter((hide) => datasource.filterQuery(query({ hide })))).toEqual([false]);
});

it('begins with a series, and in alert rules with one value for each service', () => {
  expect([CoreApp.Dashboard, CoreApp.UnifiedAlerting].map((app) => datasource.getDefaultQuery(app))).toEqual([
    defaults,
    { ...defaults, result: 'window', splitBy: 'service' },
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

describe('a query in KQL', () => {
  const text = 'T | where a in ($many) and b == "$one" and c == $unknown and $__contains(d, $every) | take ${number:number}';
  const variables = {
    many: { values: ['a', 'b,c'] },
    one: { values: ['orders'] },
    every: { values: ['a', 'b'], all: true },
    number: { values: ['7'] },
  };

  it('keeps its text, with what stands for its variables beside it', () => {
    const filled = datasource.applyTemplateVariables(query({ kind: 'kql', text, step: '$step' }), {});
    expect(filled).toMatchObject({ text, variables, step: '1h' });
  });

  it('keeps values that came with it, as from Explore', () => {
    const stored = query({ kind: 'kql', text: '$kept', variables: { kept: { values: ['x'] } } });
    expect(datasource.applyTemplateVariables(stored, {})).toMatchObject({ variables: { kept: { values: ['x'] } } });
  });

  it('takes the values along to where there are no variables, unless one has none', () => {
    const known = text.replace(' and c == $unknown', '');
    expect(datasource.interpolateVariablesInQueries([query({ kind: 'kql', text: known })], {})[0]).toMatchObject({
      text: 'T | where a in ("a", "b,c") and b == "orders" and $__contains(d, "a", "b") | take 7',
      variables: {},
    });
    expect(datasource.interpolateVariablesInQueries([query({ kind: 'kql', text })], {})[0]).toMatchObject({ text, variables });
  });
}); // prettier-ignore

it('warns beside the numbers of a dashboard that refreshes faster than there is anything new', async () => {
  const frame = { refId: 'A', length: 0, fields: [], meta: { notices: [{ severity: 'info', text: 'Kept.' }] } };
  const query_ = jest.spyOn(DataSourceWithBackend.prototype, 'query').mockReturnValue(of({ data: [frame] } as unknown as DataQueryResponse));
  const azure = new GatewaylensDataSource({ uid: 'x', jsonData: { source: 'log-analytics' } } as never);
  const noticesOf = async (source: GatewaylensDataSource) =>
    (await firstValueFrom(source.query({ targets: [] } as never))).data.map(({ meta }) => meta.notices.length);
  locationService.partial({ refresh: '5s' });
  expect(await noticesOf(azure)).toEqual([2]);
  expect(await noticesOf(datasource)).toEqual([1]);
  locationService.partial({ refresh: null });
  expect(await noticesOf(azure)).toEqual([1]);
  query_.mockRestore();
}); // prettier-ignore
