/** Who looks without being signed in: anonymous viewers and public dashboards. */
import { setTimeout as sleep } from 'node:timers/promises';
import { describeGrafana } from '../support/describe-grafana';

jest.setTimeout(300_000);

const source = { type: 'gatewaylens-apim-datasource', uid: 'gatewaylens-demo' };
const target = { refId: 'A', datasource: source, kind: 'scenario-series', version: 1 };
const dashboard = {
  title: 'For everybody',
  uid: 'for-everybody',
  schemaVersion: 38,
  time: { from: 'now-3h', to: 'now' },
  panels: [
    {
      id: 1,
      type: 'gatewaylens-apimerrors-panel',
      title: 'Failed requests',
      datasource: source,
      gridPos: { x: 0, y: 0, w: 24, h: 12 },
      targets: [target],
      fieldConfig: { defaults: {}, overrides: [] },
      options: {},
    },
  ],
};
interface QueryAnswer {
  readonly results: { readonly A: { readonly status?: number; readonly frames: readonly object[] } };
}

describeGrafana('visitors of a real Grafana', '', (running) => {
  beforeAll(() => running().api('/api/dashboards/db', { dashboard, overwrite: true }));

  it('answers an anonymous viewer, who sees panel, card and runbook', async () => {
    const to = Date.now();
    const query = { ...target, intervalMs: 60_000, maxDataPoints: 100 };
    const body = { from: String(to - 3_600_000), to: String(to), queries: [query] };
    const answer = await running().visitorsApi<QueryAnswer>('/api/ds/query', body);
    expect([answer.results.A.status, answer.results.A.frames.length]).toEqual([200, 1]);
    const page = await running().openAsVisitor('/d/for-everybody');
    await page
      .getByRole('button', { name: /^Untrusted backend certificate, / })
      .first()
      .click();
    await running().picture(page, 'visitor');
    await page.getByRole('link', { name: 'Open runbook' }).click();
    await page.getByRole('heading', { name: 'Check first' }).waitFor();
    await page.close();
  });

  it('answers a public dashboard, whose queries come from nobody', async () => {
    const { accessToken } = await running().api<{ accessToken: string }>(
      '/api/dashboards/uid/for-everybody/public-dashboards',
      { isEnabled: true, share: 'public' },
    );
    const answer = await running().visitorsApi<QueryAnswer>(
      `/api/public/dashboards/${accessToken}/panels/1/query`,
      { intervalMs: 60_000, maxDataPoints: 100 },
    );
    expect(answer.results.A.frames).toHaveLength(1);
    const page = await running().openAsVisitor(`/public-dashboards/${accessToken}`);
    await page
      .getByRole('button', { name: /^Untrusted backend certificate, / })
      .first()
      .waitFor();
    await sleep(1000);
    await running().picture(page, 'public-dashboard');
    await page.close();
  });
});
