/** What is exported for Grafana's own Azure Monitor data source, in a real Grafana that has no plugin of ours. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { alertRuleDefaults, lagOf } from '../../src/core/alert-rules';
import { builtinCatalogue, classify } from '../../src/core/scenarios';
import { ConnectProxy } from '../support/connect-proxy';
import { describeGrafana } from '../support/describe-grafana';
import { CLIENT, FakeWorkspace, SECRET, selfMade, TENANT } from '../support/fake-workspace';
import { observedRows, resourceTable } from '../support/gateway-records';
import { KqlEngine } from '../support/kql-engine';
import { describeWith } from '../support/requirements';
import { deployed } from '../support/saved-functions';

jest.setTimeout(600_000);

/** Where Azure’s own data source asks; the proxy leads to the fake workspace, whose certificate Grafana trusts. */
const HOSTS = ['api.loganalytics.io', 'login.microsoftonline.com', 'management.azure.com'];

/** Old enough for the rule on shares, which waits for late rows, and for some minutes new enough for all. */
const FIRST = Date.now() - (lagOf(alertRuleDefaults) + 90) * 1000;
/** Each observed row three times within a minute: some scenarios pass the thresholds, and others do not. */
const rows = [0, 1, 2].flatMap((round) =>
  observedRows.map(({ row }, i) => ({
    ...row,
    CorrelationId: `${row.CorrelationId}-${round}`,
    _ResourceId: '/subscriptions/s/resourceGroups/g/providers/Microsoft.ApiManagement/service/Contoso',
    ApiId: `api-${i % 3}`,
    TimeGenerated: FIRST + round * 20_000 + Math.floor((i / observedRows.length) * 20_000),
  })),
);

function exported(...args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['node_modules/.bin/tsx', 'src/cli/main.ts', 'export', 'azure-monitor', ...args], { encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(stderr);
  }
  return stdout;
} // prettier-ignore

interface Rule {
  readonly name: string;
  readonly state: string;
  readonly health: string;
  readonly lastError?: string;
  readonly alerts?: readonly {
    readonly state: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations: Readonly<Record<string, string>>;
  }[];
}

describeWith('kqlEngine', 'what is exported for Azure Monitor', (python) => {
  let folder: string;
  let engine: KqlEngine;
  let fake: FakeWorkspace;
  let proxy: ConnectProxy;

  const write = (name: string, text: string) => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };

  async function surroundings() {
    folder = mkdtempSync(path.join(tmpdir(), 'gatewaylens-azure-'));
    engine = new KqlEngine(python);
    const { columns, rows: values } = resourceTable(rows);
    await engine.table('ApiManagementGatewayLogs', columns, values);
    await engine.functions(deployed(JSON.parse(exported('template')) as Parameters<typeof deployed>[0]));
    const certificate = await selfMade(['localhost', ...HOSTS]);
    fake = await FakeWorkspace.start({ engine, certificate, audience: 'https://api.loganalytics.io' });
    proxy = await ConnectProxy.start(new URL(fake.url).host);
    const workspace = fake.listing.find(({ type }) => type.endsWith('/workspaces'))!.id;
    const jsonData = { azureAuthType: 'clientsecret', cloudName: 'azuremonitor', tenantId: TENANT, clientId: CLIENT };
    const source = { name: 'Azure Monitor', uid: 'azure', type: 'grafana-azure-monitor-datasource', jsonData, secureJsonData: { clientSecret: SECRET } };
    write('provisioning/datasources/azure.yaml', JSON.stringify({ apiVersion: 1, datasources: [source] }));
    write('dashboards/azure-monitor.json', exported('dashboard'));
    const provider = { name: 'exported', type: 'file', options: { path: path.join(folder, 'dashboards') } };
    write('provisioning/dashboards/exported.yaml', JSON.stringify({ apiVersion: 1, providers: [provider] }));
    write('provisioning/alerting/exported.yaml', exported('alert-rules', '--datasource', 'azure', '--workspace', workspace));
    const environment = { HTTPS_PROXY: proxy.url, SSL_CERT_FILE: write('ca.pem', certificate.cert) };
    return { provisioning: path.join(folder, 'provisioning'), environment, isWithoutPlugin: true };
  } // prettier-ignore

  describeGrafana(
    'in a real Grafana',
    '',
    (running) => {
      afterAll(async () => {
        engine.stop();
        await proxy.stop();
        await fake.stop();
        rmSync(folder, { recursive: true });
      });

      it('has no plugin of ours', async () => {
        const plugins = await running().api<{ id: string }[]>('/api/plugins?embedded=0');
        expect(plugins.filter(({ id }) => id.includes('gatewaylens'))).toEqual([]);
      });

      it('shows every panel of the dashboard with data', async () => {
        const page = await running().open('/d/gatewaylens-azure-monitor');
        await page.setViewportSize({ width: 1400, height: 1500 });
        const failures = rows.filter((row) => classify(row, builtinCatalogue).outcome === 'failed').length;
        await page.getByText(String(failures), { exact: true }).first().waitFor();
        await page.getByText('Untrusted backend certificate').first().waitFor();
        await page.getByText('nothing in its log row is known to say why').first().waitFor();
        await page
          .getByText(/^row-\d+-2$/)
          .first()
          .waitFor();
        await page.getByText('contoso.azure-api.net').first().waitFor();
        await page.locator('.uplot').nth(1).waitFor();
        await sleep(3000); // Grafana draws on a canvas
        await running().picture(page, 'azure-monitor');
        expect(await page.getByText(/^No data$|An unexpected error|^Error$/).count()).toBe(0);
        await page.close();
      });

      it('narrows it to one API', async () => {
        const page = await running().open('/d/gatewaylens-azure-monitor?var-api=api-1');
        const failures = rows.filter(
          (row) => row.ApiId === 'api-1' && classify(row, builtinCatalogue).outcome === 'failed',
        ).length;
        await page
          .getByText(String(failures), { exact: true })
          .first()
          .waitFor()
          .finally(() => running().picture(page, 'azure-monitor-api'));
        await page.close();
      });

      it('evaluates every alert rule, and fires those that should', async () => {
        let rules: readonly Rule[] = [];
        for (
          let i = 0;
          i < 90 && !(rules.length === 5 && rules.every(({ health }) => health === 'ok'));
          i++
        ) {
          await sleep(2000);
          const { data } = await running().api<{ data: { groups: readonly { rules: readonly Rule[] }[] } }>(
            '/api/prometheus/grafana/api/v1/rules',
          );
          rules = data.groups.flatMap((group) => group.rules);
        }
        expect(
          rules.map(({ name, health, state, lastError = '' }) => [name, health, state, lastError]),
        ).toEqual([
          ['Backend connection: failed requests', 'ok', 'firing', ''],
          ['Backend: failed requests', 'ok', 'firing', ''],
          ['Policy: failed requests', 'ok', 'firing', ''],
          ['Unclassified failures', 'ok', 'firing', ''],
          ['Gateway log stopped arriving', 'ok', 'inactive', ''],
        ]);
        const firing = rules[0]!.alerts!.find(
          ({ labels, state }) => state === 'Alerting' && labels.Scenario === 'backend-tls-trust',
        );
        expect(firing?.labels).toMatchObject({
          Service: 'contoso',
          Owner: 'platform-team',
          severity: 'critical',
        });
        const wanted = rows.filter((row) => classify(row, builtinCatalogue).scenario === 'backend-tls-trust');
        expect(firing?.annotations.summary).toBe(
          `Untrusted backend certificate at contoso: ${wanted.length} failed requests in 15 min. Owner: platform-team.`,
        );
      });
    },
    surroundings,
  );
});
