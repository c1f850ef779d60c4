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
  const works = (page: Page) =>
    page.getByRole('region', { name: 'Gatewaylens demo' }).getByText('Works', { exact: true });
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

  it('leads from the rows of a dashboard to explanation and API, with data source, range and filter', async () => {
    const rows =
      '/d/gatewaylens-on-call?viewPanel=6&var-datasource=gatewaylens-demo&from=now-3h&to=now&var-service=contoso-west';
    const page = await running().open(rows);
    const explain = page.locator('a[href*="/explain?"]').first();
    await explain.waitFor();
    expect(await explain.getAttribute('href')).toMatch(
      new RegExp(
        `^${running().subPath}${APP}/explain\\?ds=gatewaylens-demo&correlationId=[\\w-]+&from=\\d+&to=\\d+&.*var-service=contoso-west`,
      ),
    );
    await running().picture(page, 'dashboard-rows');
    await explain.click();
    await page.getByRole('region', { name: 'Explanation' }).waitFor();
    await page.getByRole('button', { name: 'Remove filter Service: contoso-west' }).waitFor();
    await page.close();
    const api = await running().open(rows);
    await api.locator('a[href*="/d/gatewaylens-api?"]').first().click();
    await api.waitForURL(/\/d\/gatewaylens-api.*var-service=contoso-west.*var-api=[\w-]+/);
    await api.getByText('Where failures concentrate, by operation').waitFor();
    await api.close();
  });

  it('leads from a row in Explore to its explanation', async () => {
    const pane = {
      datasource: source.uid,
      queries: [target({ kind: 'failures', limit: 5 })],
      range: { from: 'now-3h', to: 'now' },
    };
    const search = new URLSearchParams({ schemaVersion: '1', panes: JSON.stringify({ a: pane }) });
    const page = await running().open(`/explore?${search.toString()}`);
    await page.locator('a[href*="/explain?"]').first().click();
    await page.getByRole('region', { name: 'Explanation' }).waitFor();
    await page.close();
  });

  it('lists the data sources with their health, on a page and in the app’s configuration', async () => {
    const page = await running().open(`${APP}/data-sources`);
    await works(page).waitFor();
    await running().picture(page, 'app-data-sources');
    await page.close();
    const tab = await running().open('/plugins/gatewaylens-apim-app?page=data-sources');
    await works(tab).waitFor();
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
    const dashboard = url.slice(running().subPath.length);
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

  it('works in a second organisation, which its hand-over names', async () => {
    const { orgId } = await running().api<{ orgId: number }>('/api/orgs', { name: `Second ${Date.now()}` });
    await running().api('/api/plugins/gatewaylens-apim-app/settings', { enabled: true }, orgId);
    await running().api(
      '/api/datasources',
      { name: 'Second', uid: 'second', type: source.type, access: 'proxy' },
      orgId,
    );
    const page = await running().open(`${APP}/runbook/backend-tls-trust?orgId=${orgId}&from=now-3h&to=now`);
    await live(page).waitFor({ timeout: 120_000 });
    await page.getByRole('button', { name: 'Show hand-over' }).click();
    const text = await page.getByLabel('Hand-over', { exact: true }).innerText();
    expect(text).toContain('data source Second');
    expect(text).toMatch(
      new RegExp(
        `${running().subPath}${APP}/runbook/backend-tls-trust\\?ds=second&from=\\d+&to=\\d+&orgId=${orgId}$`,
      ),
    );
    await page.close();
    await running().api('/api/user/using/1', {});
  });
});
