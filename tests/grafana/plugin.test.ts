/** The built plugin in a real Grafana, with what provisioning/ says. */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { describeGrafana } from '../support/describe-grafana';
import type { Grafana } from '../support/grafana';

jest.setTimeout(300_000);

interface Rule {
  readonly name: string;
  readonly state: string;
  readonly health: string;
  readonly alerts?: readonly {
    readonly state: string;
    readonly labels: Record<string, string>;
    readonly annotations: Record<string, string>;
  }[];
}

const source = { type: 'gatewaylens-apim-datasource', uid: 'gatewaylens-demo' };
const query = { refId: 'A', datasource: source, kind: 'scenario-series', version: 1, step: '5m' };
const panel = (id: number, type: string) => ({
  id,
  type,
  title: type,
  datasource: source,
  gridPos: { x: 0, y: (id - 1) * 12, w: 24, h: 12 },
  targets: [query],
  fieldConfig: { defaults: {}, overrides: [] },
  options: {},
});

describeGrafana('the plugin in a real Grafana', '', (running) => {
  let grafana: Grafana;
  let dashboard: string;

  beforeAll(async () => {
    grafana = running();
    const saved = await grafana.api<{ url: string }>('/api/dashboards/db', {
      dashboard: {
        title: 'Gatewaylens test',
        uid: 'gatewaylens-test',
        schemaVersion: 38,
        time: { from: 'now-3h', to: 'now' },
        panels: [panel(1, 'gatewaylens-apimerrors-panel'), panel(2, 'timeseries')],
      },
      overwrite: true,
    });
    dashboard = saved.url;
  });

  it('has enabled the app and a healthy data source', async () => {
    const app = await grafana.api('/api/plugins/gatewaylens-apim-app/settings');
    expect(app).toMatchObject({ enabled: true, includes: expect.any(Array) });
    const health = await grafana.api(`/api/datasources/uid/${source.uid}/health`);
    expect(health).toMatchObject({ status: 'OK', message: expect.stringContaining('Invented requests') });
  });

  it.each([
    ['on-call', ['Failed requests by scenario', 'Where the time of failed requests went', 'Newest failures']],
    ['timing', ['Where the time went', 'By API, the slowest first']],
    ['backends', ['Failed connections by type and host', 'Where connections fail, by operation']],
    ['scenario', ['Failures over time', 'By backend host']],
    ['api', ['Failed requests by scenario', 'Where failures concentrate, by operation']],
  ])('shows the bundled dashboard %s, every panel with data', async (name, titles) => {
    const page = await grafana.open(`/d/gatewaylens-${name}`);
    await page.setViewportSize({ width: 1400, height: 2400 });
    for (const title of titles) {
      await page.getByText(title, { exact: true }).first().waitFor();
    }
    const busy = page
      .getByRole('status', { name: 'Panel loading bar' })
      .or(page.locator('[aria-label="Panel loading bar"]'));
    await page.getByText('Untrusted backend certificate').first().waitFor();
    await busy.first().waitFor({ state: 'hidden' });
    await sleep(3000); // Grafana's own panels draw on a canvas
    await grafana.picture(page, `dashboard-${name}`);
    expect(await page.getByText(/^No data$|Panel plugin not found|An unexpected error/).count()).toBe(0);
    await page.close();
  });

  it('leads from a mark to the runbook', async () => {
    const page = await grafana.open('/d/gatewaylens-on-call');
    await page
      .getByRole('button', { name: /^Untrusted backend certificate, / })
      .first()
      .click();
    await page.getByText('does not trust its certificate').waitFor();
    await grafana.picture(page, 'card');
    await page.getByRole('link', { name: 'Open runbook' }).click();
    await page.getByRole('heading', { name: 'Check first' }).waitFor();
    expect(page.url()).toMatch(
      /\/a\/gatewaylens-apim-app\/runbook\/backend-tls-trust\?ds=[^&]+&from=\d+&to=\d+/,
    );
    await grafana.picture(page, 'runbook');
    await page.close();
  });

  it.each([
    ['our panel', 1],
    ['Grafana’s time series', 2],
  ])('changes %s with the query editor', async (_, id) => {
    const page = await grafana.open(`${dashboard}?editPanel=${id}`);
    const choose = async (name: string, option: string) => {
      const input = page.locator(`#gatewaylens-A-${name}`);
      await input.fill(option);
      await input.press('Enter');
    };
    await page.getByText('Untrusted backend certificate', { exact: true }).first().waitFor();
    await choose('by', 'family');
    await choose('split', 'Service');
    await page.getByText('Backend connection · contoso-west').first().waitFor();
    await page.getByRole('button', { name: 'Compiled KQL' }).click();
    await page.getByText('| summarize Count = count()').waitFor();
    await sleep(1000);
    await grafana.picture(page, `editor-${id}`);
    await page.close();
  });

  it.each([
    ['Failed requests by scenario', 1, /^"time",.*"Untrusted backend certificate",.*"Unclassified"/],
    ['Where the time of failed requests went', 2, /^"time","All requests: backend","All requests: client"/],
    ['Failed connections to backends', 3, /^"time",.*"Untrusted backend certificate"/],
  ])('gives the data of “%s” as CSV', async (_, id, heads) => {
    const page = await grafana.open(`/d/gatewaylens-on-call?viewPanel=${id}&inspect=${id}&inspectTab=data`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download CSV' }).click(),
    ]);
    const [head, ...rows] = readFileSync(await download.path(), 'utf8').replace('\ufeff', '').trim().split(/\r?\n/); // prettier-ignore
    expect(head).toMatch(heads);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.every((row) => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,/.test(row))).toBe(true);
    await page.close();
  });

  it('repeats a panel for each service, each with its own failures', async () => {
    const where = [{ dimension: 'service', op: 'in', values: ['$service'] }];
    const variable = { name: 'service', type: 'query', datasource: source, query: { refId: 'variable', values: 'service' }, refresh: 1, sort: 1, multi: true, includeAll: true, current: { text: ['All'], value: ['$__all'] } }; // prettier-ignore
    const repeated = {
      ...panel(1, 'gatewaylens-apimerrors-panel'),
      title: 'Failures of $service',
      targets: [{ ...query, where }],
      repeat: 'service',
      repeatDirection: 'h',
    };
    const { url } = await grafana.api<{ url: string }>('/api/dashboards/db', {
      dashboard: { title: 'Gatewaylens repeat', uid: 'gatewaylens-repeat', schemaVersion: 38, time: { from: 'now-3h', to: 'now' }, templating: { list: [variable] }, panels: [repeated] }, // prettier-ignore
      overwrite: true,
    });
    const page = await grafana.open(url);
    const of = (service: string) =>
      page.locator('.react-grid-item', { has: page.getByText(`Failures of ${service}`, { exact: true }) });
    await of('contoso-west').getByText('Untrusted backend certificate', { exact: true }).first().waitFor();
    await of('contoso-east')
      .getByRole('img', { name: /^Failed requests over time/ })
      .waitFor();
    expect(await page.getByText(/^Failures of /).count()).toBe(2);
    expect(await of('contoso-east').getByText('Untrusted backend certificate', { exact: true }).count()).toBe(0); // prettier-ignore
    await grafana.picture(page, 'repeated');
    await page.close();
  });

  it('draws what another data source gives in colours that differ, and annotations as text', async () => {
    const other = { type: 'testdata', uid: 'gatewaylens-other' };
    const known = await grafana.api<readonly { uid: string }[]>('/api/datasources');
    if (!known.some(({ uid }) => uid === other.uid)) {
      await grafana.api('/api/datasources', { name: 'Other', access: 'proxy', ...other });
    }
    const targets = [{ refId: 'A', datasource: other, scenarioId: 'random_walk', seriesCount: 3 }];
    const { url } = await grafana.api<{ url: string }>('/api/dashboards/db', {
      dashboard: { title: 'Gatewaylens other', uid: 'gatewaylens-others', schemaVersion: 38, time: { from: 'now-1h', to: 'now' }, panels: [{ ...panel(1, 'gatewaylens-apimerrors-panel'), datasource: other, targets }] }, // prettier-ignore
      overwrite: true,
    });
    const text = 'Deployed <img src="x" onerror="document.title=1"><a href="javascript:alert(1)">bad</a><a href="https://example.com/1">good</a>'; // prettier-ignore
    await grafana.api('/api/annotations', { dashboardUID: 'gatewaylens-others', time: Date.now() - 1_800_000, text, tags: ['<b>now</b>'] }); // prettier-ignore
    const page = await grafana.open(url);
    const signs = page.getByRole('button', { name: /^Show only/ }).locator('[aria-hidden="true"]');
    await signs.nth(2).waitFor();
    const colours = await signs.evaluateAll((all) =>
      all.map((sign) => getComputedStyle(sign).backgroundColor),
    );
    expect(new Set(colours).size).toBe(3);
    await page
      .getByRole('button', { name: /^Annotation/ })
      .last()
      .click();
    const card = page.getByRole('dialog');
    await card.getByText('<b>now</b>').waitFor();
    expect(await card.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual(['https://example.com/1']); // prettier-ignore
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    await page.close();
  });

  it('has a rule that fires on the demo data, and others that are evaluated', async () => {
    let rules: readonly Rule[] = [];
    for (let i = 0; i < 60 && !(rules.length === 5 && rules.every(({ health }) => health === 'ok')); i++) {
      await sleep(3000);
      const { data } = await grafana.api<{ data: { groups: readonly { rules: readonly Rule[] }[] } }>(
        '/api/prometheus/grafana/api/v1/rules',
      );
      rules = data.groups
        .filter(({ rules: [first] }) => first?.name === 'Backend connection: failed requests')
        .flatMap((group) => group.rules);
    }
    expect(rules.map(({ name, health }) => `${name}: ${health}`)).toEqual([
      'Backend connection: failed requests: ok',
      'Backend: failed requests: ok',
      'Policy: failed requests: ok',
      'Unclassified failures: ok',
      'Gateway log stopped arriving: ok',
    ]);
    const [firing, , , , fresh] = rules;
    expect([firing!.state, fresh!.state]).toEqual(['firing', 'inactive']);
    const alerting = firing!.alerts!.find(({ state, labels }) => state === 'Alerting' && labels.scenario === 'backend-tls-trust');
    expect(alerting?.labels).toMatchObject({ service: 'contoso-west', owner: 'platform-team', severity: 'critical' });
    expect(alerting?.annotations.runbook_url).toMatch(
      /^https?:\/\/.*\/a\/gatewaylens-apim-app\/runbook\/backend-tls-trust\?ds=gatewaylens-demo$/,
    );
    expect(alerting?.annotations.summary).toContain('APIs: payments (');
    const page = await grafana.open('/alerting/grafana/apim-backend-connection/view');
    await page.getByText('Backend connection: failed requests').first().waitFor();
    await sleep(1500);
    await grafana.picture(page, 'alert-rule');
    await page.close();
  }); // prettier-ignore

  it('tests the data source on its page', async () => {
    const page = await grafana.open(`/connections/datasources/edit/${source.uid}`);
    await page.getByText('Where the gateway logs are').waitFor();
    await page.getByRole('button', { name: /test/i }).click();
    await page
      .getByText(/Invented requests of the last seven days/)
      .first()
      .waitFor();
    await grafana.picture(page, 'data-source');
    await page.close();
  });
});
