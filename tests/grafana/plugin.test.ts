/** The built plugin in a real Grafana, with what provisioning/ says. */
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
    [
      'on-call',
      [
        'Failed requests by scenario',
        'Where the time of failed requests went',
        'What fails, and whose it is',
      ],
    ],
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
    expect(page.url()).toMatch(/\/a\/gatewaylens-apim-app\/runbook\/backend-tls-trust\?from=\d+&to=\d+/);
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
    await page.getByRole('button', { name: 'KQL' }).click();
    await page.getByText('| summarize Count = count()').waitFor();
    await sleep(1000);
    await grafana.picture(page, `editor-${id}`);
    await page.close();
  });

  it('fires the alert rule on failures, and leaves the one without any Normal', async () => {
    const wanted = ['Untrusted backend certificate', 'Status API fails'];
    let rules: readonly Rule[] = [];
    for (
      let i = 0;
      i < 60 && !(rules.length === 2 && rules.every(({ alerts = [] }) => alerts.length > 0));
      i++
    ) {
      await sleep(3000);
      const { data } = await grafana.api<{ data: { groups: readonly { rules: readonly Rule[] }[] } }>(
        '/api/prometheus/grafana/api/v1/rules',
      );
      rules = data.groups.flatMap((group) => group.rules).filter(({ name }) => wanted.includes(name));
    }
    const [firing, normal] = wanted.map((name) => rules.find((rule) => rule.name === name)!);
    expect([firing!.state, firing!.health, normal!.state, normal!.health]).toEqual([
      'firing',
      'ok',
      'inactive',
      'ok',
    ]);
    expect(normal!.alerts!.every(({ state }) => state === 'Normal')).toBe(true);
    const alerting = firing!.alerts!.filter(({ state }) => state === 'Alerting');
    expect(alerting.map(({ labels }) => labels)).toEqual([
      expect.objectContaining({
        scenario: 'backend-tls-trust',
        service: 'contoso-west',
        owner: 'platform-team',
      }),
    ]);
    expect(alerting[0]!.annotations.runbook_url).toMatch(
      /^https?:\/\/.*\/a\/gatewaylens-apim-app\/runbook\/backend-tls-trust$/,
    );
    const page = await grafana.open('/alerting/grafana/gatewaylens-tls-trust/view');
    await page.getByText('Untrusted backend certificate').first().waitFor();
    await sleep(1500);
    await grafana.picture(page, 'alert-rule');
    await page.close();
  });

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
