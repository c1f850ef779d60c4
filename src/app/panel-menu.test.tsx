import { AppPlugin } from '@grafana/data';
import manifest from '../../plugin.json';
import { openPage } from '../../tests/support/app-page';
import { addPanelMenu, explainedBy } from './panel-menu';

jest.mock(
  '@grafana/runtime',
  () => jest.requireActual<{ runtime: object }>('../../tests/support/app-page').runtime,
);

beforeEach(() => openPage(null, '/', [{ uid: 'a' }]));

const ours = { type: 'gatewaylens-apim-datasource', uid: 'a' };
const timeRange = { from: 'now-3h', to: 'now' };
const path = (...targets: object[]) => explainedBy({ targets: targets as never, timeRange })?.path;
const occurring = '/a/gatewaylens-apim-app/catalogue?ds=a&from=now-3h&to=now&occurring=1';

it.each([
  ['no query', []],
  ['other data sources only', [{ datasource: { type: 'prometheus', uid: 'p' } }, { datasource: null }, {}]],
])('has no entry for a panel with %s', (_, targets) => {
  expect(path(...targets)).toBeUndefined();
});

it('leads to what occurs in the panel’s range, also from a panel of several data sources', () => {
  expect(path({ datasource: { type: 'prometheus', uid: 'p' } }, { datasource: ours })).toBe(occurring);
  expect(path({ datasource: ours, scenarios: ['a', 'b'] })).toBe(occurring);
  expect(path({ datasource: ours, scenarios: ['$scenario'] })).toBe(occurring);
  expect(path({ datasource: ours, scenarios: ['a'] }, { datasource: ours })).toBe(occurring);
});

it('leads to the runbook of the one scenario that the panel is about', () => {
  const target = { datasource: ours, scenarios: ['backend-tls-trust'] };
  expect(path(target, target)).toBe(
    '/a/gatewaylens-apim-app/runbook/backend-tls-trust?ds=a&from=now-3h&to=now',
  );
});

it('carries the conditions that all its queries have, with the values of variables', () => {
  const where = [
    { dimension: 'service', op: 'notIn', values: ['dev'] },
    { dimension: 'operation', op: 'in', values: ['get-$metadata'] },
  ];
  const query = { datasource: ours, scenarios: ['backend-tls-trust'], where };
  const search = (...targets: object[]) => new URL(path(...targets)!, 'http://x').search;
  expect(search(query)).toBe('?ds=a&from=now-3h&to=now&not-service=dev&var-operation=get-%24metadata');
  expect(search(query, { ...query, where: [where[0]] })).toBe('?ds=a&from=now-3h&to=now&not-service=dev');
  expect(search(query, { ...query, where: undefined })).toBe('?ds=a&from=now-3h&to=now');
});

it('carries what was really asked, such as a dashboard’s filters', () => {
  const where = [{ dimension: 'api', op: 'in', values: ['orders'] }];
  const data = {
    series: [{ refId: 'A', fields: [], length: 0, meta: { custom: { asked: { ds: 'a', where } } } }],
  };
  const targets = [{ refId: 'A', datasource: ours }];
  expect(explainedBy({ targets, timeRange, data } as never)?.path).toBe(
    '/a/gatewaylens-apim-app/catalogue?ds=a&from=now-3h&to=now&occurring=1&var-api=orders',
  );
});

it('leaves the data source open where it is not known', () => {
  expect(path({ datasource: { ...ours, uid: 'gone' } })).toBe(
    '/a/gatewaylens-apim-app/catalogue?from=now-3h&to=now&occurring=1',
  );
});

it('is added as the manifest says', () => {
  const plugin = new AppPlugin();
  addPanelMenu(plugin);
  expect(plugin.addedLinkConfigs).toMatchObject(manifest.extensions.addedLinks);
});

it('is added in the older way where there is no other', () => {
  const configureExtensionLink = jest.fn();
  addPanelMenu({ configureExtensionLink } as never);
  expect(configureExtensionLink).toHaveBeenCalledWith(
    expect.objectContaining({
      extensionPointId: 'grafana/dashboard/panel/menu',
      title: 'Explain these failures',
      configure: explainedBy,
    }),
  );
});
