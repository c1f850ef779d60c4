/** The app's pages and the entry in panels' menus, in a real Grafana that lives under a sub-path. */
import type { Page } from 'playwright-core';
import { describeGrafana } from '../support/describe-grafana';

jest.setTimeout(300_000);

const APP = '/a/gatewaylens-apim-app';
const source = { type: 'gatewaylens-apim-datasource', uid: 'gatewaylens-demo' };
const target = (change: object) => ({
  refId: 'A',
  datasource: source,
  kind: 'scenario-series',
  version: 1,
  ...change,
});
const panel = (id: number, title: string, targets: object[], datasource: object = source) => ({
  id,
  type: 'timeseries',
  title,
  datasource,
  gridPos: { x: 0, y: (id - 1) * 8, w: 24, h: 8 },
  targets,
  fieldConfig: { defaults: {}, overrides: [] },
  options: {},
});

describeGrafana('the app in a real Grafana', '/grafana', (running) => {
  const live = (page: Page) => page.getByRole('region', { name: 'In the chosen range' });

  it('tells on a runbook what fails now, and leads to the rows in Explore', async () => {
    const page = await running().open(`${APP}/runbook/backend-tls-trust?from=now-3h&to=now`);
    await live(page).getByRole('heading', { name: 'Where it concentrates' }).waitFor();
    await running().picture(page, 'app-runbook');
    await page.getByRole('link', { name: 'Show the failed rows in Explore' }).click();
    await page.locator('[role="table"] [role="row"]').nth(1).waitFor();
    await page.getByText('Untrusted backend certificate').first().waitFor();
    await running().picture(page, 'app-explore');
    await page.close();
  });

  it('explains the request that the address names', async () => {
    const to = Date.now();
    const query = { ...target({ kind: 'taxonomy' }), intervalMs: 60_000, maxDataPoints: 100 };
    const answer = await running().api<{
      results: {
        A: { frames: { schema: { fields: { name: string }[] }; data: { values: string[][] } }[] };
      };
    }>('/api/ds/query', { from: String(to - 3_600_000), to: String(to), queries: [query] });
    const [frame] = answer.results.A.frames;
    const column = frame!.schema.fields.findIndex(({ name }) => name === 'sampleId');
    const id = frame!.data.values[column]![0]!;
    const page = await running().open(
      `${APP}/explain?correlationId=${id}&from=${to - 3_600_000}&to=${to}&ds=${source.uid}`,
    );
    await page.getByRole('region', { name: 'Explanation' }).waitFor();
    await running().picture(page, 'app-explain');
    await page.close();
  });

  it('has pages for a visitor, too', async () => {
    const page = await running().openAsVisitor(`${APP}/catalogue`);
    await page
      .getByText(/^[\d,]+ failed$/)
      .first()
      .waitFor();
    await running().picture(page, 'app-catalogue');
    await page.getByRole('link', { name: 'Untrusted backend certificate' }).click();
    await live(page).waitFor();
    await page.close();
  });

  it('lists the data sources with their health, on a page and in the app’s configuration', async () => {
    const page = await running().open(`${APP}/data-sources`);
    await page.getByText('Works', { exact: true }).waitFor();
    await running().picture(page, 'app-data-sources');
    await page.close();
    const tab = await running().open('/plugins/gatewaylens-apim-app?page=data-sources');
    await tab.getByText('Works', { exact: true }).waitFor();
    await running().picture(tab, 'app-configuration');
    await tab.close();
  });

  it('leads from the menu of a panel that asks us to what failed, and has no entry elsewhere', async () => {
    const { url } = await running().api<{ url: string }>('/api/dashboards/db', {
      dashboard: {
        title: 'Menus',
        uid: 'menus',
        schemaVersion: 38,
        time: { from: 'now-3h', to: 'now' },
        panels: [
          panel(1, 'All failures', [target({})]),
          panel(2, 'One scenario', [target({ scenarios: ['backend-tls-trust'] })]),
          panel(3, 'Elsewhere', [{ refId: 'A', datasource: { type: 'testdata', uid: 'grafana' } }], {
            type: 'datasource',
            uid: 'grafana',
          }),
        ],
      },
      overwrite: true,
    });
    const dashboard = url.replace(/^\/grafana/, '');
    const menuOf = async (title: string) => {
      const page = await running().open(dashboard);
      await page.waitForLoadState('networkidle'); // panels are drawn anew until then
      await page.getByTestId(`data-testid Panel header ${title}`).hover();
      await page.getByTestId(`data-testid Panel menu ${title}`).click();
      await page.getByRole('menu').getByText('Share').waitFor();
      const extensions = page.getByText('Extensions', { exact: true }).first();
      return { page, extensions };
    };
    for (const [title, heading, address] of [
      ['All failures', 'Client', /\/catalogue\?ds=gatewaylens-demo&from=now-3h&to=now&occurring=1/],
      ['One scenario', 'Check first', /\/runbook\/backend-tls-trust\?ds=gatewaylens-demo&from=now-3h&to=now/],
    ] as const) {
      const { page, extensions } = await menuOf(title);
      await extensions.hover();
      await running().picture(page, `app-menu-${title.replace(' ', '-')}`);
      await page.getByText('Explain these failures').first().click();
      await page.waitForURL(address);
      await page.getByRole('heading', { name: heading }).first().waitFor();
      await page.close();
    }
    const { page, extensions } = await menuOf('Elsewhere');
    expect(await extensions.count()).toBe(0);
    expect(await page.getByText('Explain these failures').count()).toBe(0);
    await page.close();
  });
});
