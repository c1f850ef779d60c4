/** Everything that a data source is used for, in a real Grafana that lives under a sub-path. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { queryTypes, type QueryKind } from '../../src/core/query';
import { describeGrafana } from '../support/describe-grafana';

jest.setTimeout(300_000);

const source = { type: 'gatewaylens-apim-datasource', uid: 'gatewaylens-demo' };
/** Without the one that only Log Analytics answers. */
const kinds = (Object.keys(queryTypes) as QueryKind[]).filter((kind) => kind !== 'kql');
const query = (kind: QueryKind, change: object = {}) => ({
  refId: 'A',
  datasource: source,
  kind,
  version: 1,
  ...change,
});
const panel = (id: number, type: string, target: object) => ({
  id,
  type,
  title: `Panel ${id}`,
  datasource: source,
  gridPos: { x: 0, y: (id - 1) * 10, w: 24, h: 10 },
  targets: [target],
  fieldConfig: { defaults: {}, overrides: [] },
  options: {},
});
const variable = (name: string, values: string, where: object[] = []) => ({
  name,
  type: 'query',
  datasource: source,
  query: { refId: name, values, where },
  refresh: 2,
  includeAll: true,
  multi: true,
  current: { text: ['All'], value: ['$__all'] },
});
const explore = (target: object) =>
  `/explore?left=${encodeURIComponent(
    JSON.stringify({ datasource: source.uid, queries: [target], range: { from: 'now-3h', to: 'now' } }),
  )}`;

/** What a browser's console says is wrong, as far as it is ours. */
function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error' && /gatewaylens/i.test(message.text() + message.location().url)) {
      faults.push(message.text());
    }
  });
  return faults;
}

describeGrafana('the data source in a real Grafana under a sub-path', '/grafana', (running) => {
  const save = async (name: string, dashboard: object) => {
    const { url } = await running().api<{ url: string }>('/api/dashboards/db', {
      dashboard: {
        title: name,
        uid: name,
        schemaVersion: 38,
        time: { from: 'now-3h', to: 'now' },
        ...dashboard,
      },
      overwrite: true,
    });
    return url.slice(running().subPath.length);
  };

  it('is added by hand', async () => {
    const page = await running().open('/connections/datasources/new');
    await page.getByPlaceholder(/filter by name or type/i).fill('gatewaylens');
    await page
      .getByRole('button', { name: /Gatewaylens/ })
      .first()
      .click();
    await page.getByText('Where the gateway logs are').waitFor();
    await page.getByRole('button', { name: /save & test/i }).click();
    const result = page.getByText(/Invented requests of the last seven days/).first();
    await result.waitFor();
    await result.scrollIntoViewIfNeeded();
    await running().picture(page, 'added-by-hand');
    await page.close();
  });

  it('edits every kind of query', async () => {
    const url = await save('editors', { panels: [panel(1, 'table', query('taxonomy'))] });
    const page = await running().open(`${url}?editPanel=1`);
    const faults = faultsOf(page);
    for (const kind of kinds) {
      const input = page.locator('#gatewaylens-A-kind');
      await input.fill(queryTypes[kind].title);
      const answered = page.waitForResponse(/\/api\/ds\/query/);
      await input.press('Enter');
      await answered;
      const said = page.getByRole('status', { name: 'Last answer' });
      await said.and(page.locator('[aria-busy="false"]')).getByText(/\d/).waitFor();
      await page.locator('[role="table"] [role="row"]').nth(1).waitFor();
      await sleep(1000);
      await running().picture(page, `edit-${kind}`);
    }
    expect(faults).toEqual([]);
    await page.close();
  });

  it('fills variables, which narrow each other and the queries, and takes ad-hoc filters', async () => {
    const where = [{ dimension: 'service', op: 'in', values: ['$service'] }];
    const url = await save('variables', {
      templating: {
        list: [
          variable('service', 'service'),
          variable('api', 'api', where),
          { name: 'filters', type: 'adhoc', datasource: source, filters: [] },
        ],
      },
      panels: [
        panel(
          1,
          'table',
          query('breakdown', {
            by: 'api',
            where: [...where, { dimension: 'api', op: 'in', values: ['$api'] }],
          }),
        ),
      ],
    });
    const services = async (search: string) => {
      const page = await running().open(`${url}?${search}`);
      const cells = page.locator('[role="table"] [role="row"] [role="cell"]:first-child');
      await cells.first().waitFor();
      await sleep(1000);
      await running().picture(page, `variables-${search.replace(/\W+/g, '-')}`);
      const texts = await cells.allInnerTexts();
      const offered = await page.locator('#var-api').innerText();
      await page.close();
      return { services: [...new Set(texts)].sort(), rows: texts.length, offered };
    };
    const all = await services('var-service=$__all&var-api=$__all');
    expect(all.services).toEqual(['contoso-east', 'contoso-west']);
    const west = await services('var-service=contoso-west&var-api=$__all');
    expect(west.services).toEqual(['contoso-west']);
    expect(west.rows).toBeLessThan(all.rows);
    const filtered = await services('var-filters=service%7C%3D%7Ccontoso-east');
    expect(filtered.services).toEqual(['contoso-east']);
  });

  it('says at a variable why it has no values', async () => {
    const url = await save('variable-problem', { templating: { list: [variable('gone', 'moon')] } });
    const page = await running().open(url);
    await page
      .getByText(/^Error updating options: .*“values” is wrong: .*; it is “moon”/)
      .first()
      .waitFor();
    await running().picture(page, 'variable-problem');
    await page.close();
  });

  it('offers an ad-hoc filter its dimensions and values', async () => {
    const url = await save('filters', {
      templating: { list: [{ name: 'filters', type: 'adhoc', datasource: source, filters: [] }] },
      panels: [panel(1, 'table', query('breakdown', { by: 'api' }))],
    });
    const page = await running().open(url);
    await page.getByLabel('Add Filter').first().click();
    await page.keyboard.type('Service');
    // In the list, not in the panel: Enter before the list is there chooses nothing.
    const offered = page.locator('[id*="-option-"]');
    await offered.filter({ hasText: /^Service$/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('select value').first().click();
    await offered.filter({ hasText: /^contoso-west$/ }).waitFor();
    await page.keyboard.type('contoso-west');
    await page.keyboard.press('Enter');
    await page.waitForURL(/var-filters=/);
    const east = page.locator('[role="table"] [role="cell"]').filter({ hasText: 'contoso-east' });
    await east.first().waitFor({ state: 'detached' });
    await running().picture(page, 'ad-hoc-filter');
    await page.close();
  });

  it('marks episodes on Grafana’s own graph, with a link to the runbook below the sub-path', async () => {
    const url = await save('annotations', {
      panels: [panel(1, 'timeseries', query('scenario-series'))],
      annotations: {
        list: [
          {
            name: 'Failures',
            enable: true,
            iconColor: 'red',
            datasource: source,
            target: query('episodes', { refId: 'Anno' }),
          },
        ],
      },
    });
    const page = await running().open(url);
    const mark = page.getByTestId('data-testid annotation-marker').first();
    await mark.waitFor({ state: 'attached' });
    await mark.hover({ force: true });
    const link = page.getByRole('link', { name: 'Open runbook' }).first();
    await link.waitFor();
    expect(await link.getAttribute('href')).toMatch(
      new RegExp(
        `^${running().subPath}/a/gatewaylens-apim-app/runbook/[a-z0-9-]+\\?ds=gatewaylens-demo&from=\\d+&to=\\d+$`,
      ),
    );
    await page
      .getByText(/request.* Owner: [A-Z][\w ]+\./)
      .first()
      .waitFor();
    await running().picture(page, 'annotation');
    await link.click();
    await page.getByRole('heading', { name: 'Check first' }).waitFor();
    await page.close();
  });

  it('shows a failed query in the corner of each panel, beside what is answered', async () => {
    const wrong = query('scenario-series', { refId: 'B', as: 'counts' });
    const low = { x: 0, y: 0, w: 24, h: 7 };
    const panels = [
      { ...panel(1, 'timeseries', wrong), gridPos: low },
      { ...panel(2, 'timeseries', wrong), gridPos: low, targets: [query('scenario-series'), wrong] },
      { ...panel(3, 'gatewaylens-apimerrors-panel', wrong), gridPos: low },
    ];
    const page = await running().open(await save('failed-queries', { panels }));
    const corners = page.locator(
      '[aria-label="Panel status"], [data-testid="data-testid Panel status error"]',
    );
    await corners.nth(2).waitFor();
    await page.getByText('Untrusted backend certificate').first().waitFor(); // of the query that is answered
    await corners.first().hover();
    await page
      .getByText(/field “as” is wrong.*\(query-field-invalid\)/)
      .first()
      .waitFor();
    await running().picture(page, 'failed-queries');
    await page.close();
  });

  it('explores failures as log lines with a histogram, as a table and as a graph', async () => {
    const logs = await running().open(explore(query('failures', { format: 'logs' })));
    await logs
      .getByText(/Logs volume/i)
      .first()
      .waitFor();
    await logs.getByText(/ \| /).first().waitFor();
    // Of the whole range, by scenario; without our own count it is of the lines shown, by level.
    await logs.getByRole('button', { name: 'Untrusted backend certificate', exact: true }).waitFor();
    await sleep(1500);
    await running().picture(logs, 'explore-logs');
    await logs.close();
    const table = await running().open(explore(query('taxonomy')));
    await table.locator('[role="table"] [role="row"]').nth(1).waitFor();
    await running().picture(table, 'explore-table');
    await table.close();
    const graph = await running().open(explore(query('scenario-series')));
    await graph.locator('.uplot').first().waitFor();
    await sleep(1000);
    await running().picture(graph, 'explore-graph');
    await graph.close();
  });

  it('works in a second organisation, where the app is enabled for itself', async () => {
    const { orgId } = await running().api<{ orgId: number }>('/api/orgs', { name: `Second ${Date.now()}` });
    const made = await running().api<{ datasource: { uid: string } }>(
      '/api/datasources',
      { name: 'Gatewaylens', type: source.type, access: 'proxy', jsonData: { source: 'demo' } },
      orgId,
    );
    const to = Date.now();
    const answer = await running().api<{ results: { A: { status: number; frames: unknown[] } } }>(
      '/api/ds/query',
      {
        from: String(to - 3_600_000),
        to: String(to),
        queries: [
          {
            ...query('taxonomy'),
            datasource: { type: source.type, uid: made.datasource.uid },
            intervalMs: 60_000,
            maxDataPoints: 100,
          },
        ],
      },
      orgId,
    );
    expect([answer.results.A.status, answer.results.A.frames.length]).toEqual([200, 1]);
    // The data source works without the app; its pages are there once the app is enabled for this organisation.
    const app = '/api/plugins/gatewaylens-apim-app/settings';
    expect(await running().api(app, undefined, orgId)).toMatchObject({ enabled: false });
    await running().api(app, { enabled: true }, orgId);
    expect(await running().api(app, undefined, orgId)).toMatchObject({ enabled: true });
  });
});
