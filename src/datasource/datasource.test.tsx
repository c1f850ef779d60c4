import type { DataSourceInstanceSettings, ScopedVars } from '@grafana/data';
import { setTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import { defaultQuery } from '../core/query';
import { GatewaylensDataSource } from './datasource';
import type { GatewaylensQuery, GatewaylensSettings } from './query';

type Format = (value: unknown) => string;

/** A template service with the variables `$one` and `$many`. */
const variables: Record<string, unknown> = { one: 'orders', many: ['a', 'b,c'] };
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

it('puts variables in, each value of one with several', () => {
  const where = [{ dimension: 'api', op: 'in', values: ['$one', '${many}', 'x-$one', 'plain'] }];
  expect(datasource.applyTemplateVariables(query({ where, scenarios: ['$many'] }), {})).toMatchObject({
    ...defaultQuery,
    scenarios: ['a', 'b,c'],
    where: [{ dimension: 'api', op: 'in', values: ['orders', 'a', 'b,c', 'x-orders', 'plain'] }],
  });
});

it('does the same for every query that Grafana wants without variables', () => {
  const [interpolated] = datasource.interpolateVariablesInQueries([query({ scenarios: ['$one'] })], {});
  expect(interpolated!.scenarios).toEqual(['orders']);
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
