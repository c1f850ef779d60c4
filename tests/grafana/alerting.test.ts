/** Everything that docs/provisioning.md shows, in a real Grafana under a sub-path, and alert rules from Normal to Normal. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { selfMade } from '../support/fake-workspace';
import { describeGrafana } from '../support/describe-grafana';
import { GrowingLog } from '../support/growing-log';
import { Webhook, type Notified } from '../support/webhook';
import { yamlBlocks } from '../support/yaml-blocks';

jest.setTimeout(600_000);

const SECRET = 'hunter2-of-the-test';
const WORKSPACE = '0b1c2d3e-1111-4222-8333-444455556666';
/** Short, so that a test sees rules fire and fall silent. */
const TIMES = [
  '--interval',
  '10s',
  '--lookback',
  '1m',
  '--timeout',
  '5s',
  '--delay',
  '5s',
  '--silence',
  '20s',
];

let folder: string;
let webhook: Webhook;
let log: GrowingLog;

function exported(...args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['node_modules/.bin/tsx', 'src/cli/main.ts', 'export', 'alert-rules', ...args], { encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(stderr);
  }
  return stdout;
} // prettier-ignore

/** What the pages show, the dashboards, and rules on the data sources of files and of a workspace that nobody reaches. */
async function surroundings() {
  folder = mkdtempSync(path.join(tmpdir(), 'gatewaylens-alerts-'));
  webhook = await Webhook.start();
  const provisioning = path.join(folder, 'provisioning');
  const logs = path.join(folder, 'logs');
  mkdirSync(path.join(logs, 'exports'), { recursive: true });
  cpSync('src/dashboards', path.join(folder, 'dashboards'), { recursive: true });
  for (const { file, text } of yamlBlocks('docs/provisioning.md')) {
    write(path.join(folder, file), text);
  }
  write(
    path.join(provisioning, 'alerting/files.yaml'),
    exported('--datasource', 'apim-files', ...TIMES, '--label', 'from={{ $labels.owner }}'),
  );
  write(
    path.join(provisioning, 'alerting/private.yaml'),
    exported('--datasource', 'apim-private', '--name', 'private', ...TIMES),
  );
  const own = yamlBlocks('docs/own-scenarios.md').filter(({ file }) => file === 'scenarios.yaml');
  write(path.join(logs, 'scenarios.yaml'), own.map(({ text }) => text).join('\n'));
  log = new GrowingLog(path.join(logs, 'exports/log.json'));
  log.start();
  return {
    provisioning,
    environment: {
      GATEWAYLENS_DASHBOARDS: path.join(folder, 'dashboards'),
      GATEWAYLENS_FILES_FOLDER: logs,
      // Nothing listens there.
      GATEWAYLENS_ALLOWED_ENDPOINTS:
        'https://logs.private.example https://login.private.example http://proxy.example:3128',
      GATEWAYLENS_WORKSPACE: WORKSPACE,
      AZURE_TENANT_ID: '00000000-1111-0000-0000-000000000000',
      AZURE_CLIENT_ID: '00000000-2222-0000-0000-000000000000',
      AZURE_CLIENT_SECRET: SECRET,
      AZURE_CHINA_CLIENT_SECRET: SECRET,
      PRIVATE_CA: (await selfMade()).cert,
      ON_CALL_WEBHOOK: webhook.url,
      NO_PROXY: '127.0.0.1',
    },
  };
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

interface Rule {
  readonly name: string;
  readonly state: string;
  readonly health: string;
  readonly lastError?: string;
  readonly alerts?: readonly { readonly state: string; readonly labels: Readonly<Record<string, string>> }[];
}

describeGrafana(
  'provisioning and alert rules in a real Grafana under a sub-path',
  '/grafana',
  (running) => {
    afterAll(async () => {
      log.stop();
      await webhook.stop();
      rmSync(folder, { recursive: true });
    });

    const rules = async () => {
      const { data } = await running().api<{ data: { groups: readonly { rules: readonly Rule[] }[] } }>(
        '/api/prometheus/grafana/api/v1/rules',
      );
      return data.groups.flatMap((group) => group.rules);
    };
    const ruleOf = async (name: string) => (await rules()).find((rule) => rule.name === name);
    async function until<T>(what: string, look: () => T | undefined | Promise<T | undefined>): Promise<T> {
      for (let i = 0; i < 120; i++) {
        const found = await look();
        if (found !== undefined) {
          return found;
        }
        await sleep(1500);
      }
      throw new Error(`never seen: ${what}; rules: ${JSON.stringify(await rules()).slice(0, 4000)}`);
    }
    const notified = (is: (alert: Notified) => boolean) => webhook.alerts.find(is);

    it('has everything that the files say, with variables, secrets and dollars as Grafana fills them in', async () => {
      type DataSource = { uid: string; jsonData: Record<string, unknown>; secureJsonFields: object; readOnly: boolean };
      const one = (uid: string) => running().api<DataSource>(`/api/datasources/uid/${uid}`);
      const azure = await until('a provisioned data source', () => one('apim-production').catch(() => undefined));
      expect([azure.jsonData.tenantId, azure.jsonData.workspaces, azure.secureJsonFields, azure.readOnly]).toEqual([
        '00000000-1111-0000-0000-000000000000',
        [WORKSPACE],
        { clientSecret: true },
        true,
      ]);
      expect(JSON.stringify(azure)).not.toContain(SECRET);
      const files = await one('apim-files');
      expect(JSON.stringify(files.jsonData.customScenarios)).toContain('or as $(voucher) in the portal');
      const all = await running().api<{ uid: string }[]>('/api/datasources');
      expect(all.map(({ uid }) => uid).filter((uid) => uid.startsWith('apim-')).sort()).toEqual([
        'apim-china', 'apim-demo', 'apim-files', 'apim-managed-identity', 'apim-private', 'apim-production',
        'apim-workload-identity',
      ]);
      expect(await running().api('/api/plugins/gatewaylens-apim-app/settings')).toMatchObject({ enabled: true });
      const dashboards = await running().api<{ uid: string }[]>('/api/search?query=&type=dash-db');
      expect(dashboards.map(({ uid }) => uid)).toEqual(expect.arrayContaining(['gatewaylens-on-call']));
      expect(JSON.stringify(await running().api('/api/v1/provisioning/contact-points'))).toContain(webhook.url);
      expect(await running().api('/api/v1/provisioning/policies')).toMatchObject({ receiver: 'On call' });
      expect((await rules()).map(({ name }) => name)).toHaveLength(10);
    }); // prettier-ignore

    it('knows the scenarios of the file, overridden and disabled ones', async () => {
      const catalogue = await running().api<{
        provenance: Record<string, object>;
        disabled: readonly object[];
        issues: readonly object[];
      }>('/api/datasources/uid/apim-files/resources/catalogue');
      expect(catalogue).toMatchObject({
        issues: [],
        disabled: [{ id: 'token-limited' }],
        provenance: {
          'voucher-refused': { origin: 'settings' },
          'orders-maintenance': { origin: 'file' },
          'egress-proxy-certificate': { origin: 'file' },
          'partner-quota-exceeded': { origin: 'file', replaces: 'quota-exceeded' },
          'internal-quota-exceeded': { origin: 'file', after: 'partner-quota-exceeded' },
          'backend-tls-trust': { origin: 'built-in', overridden: ['owner', 'remediation', 'links'] },
        },
      });
    });

    it('is Normal as long as nothing fails', async () => {
      const rule = await until('an evaluated rule', async () => {
        const found = await ruleOf('Backend connection: failed requests');
        return found?.health === 'ok' && (found.alerts?.length ?? 0) > 0 ? found : undefined;
      });
      expect(rule.alerts!.every(({ state }) => state === 'Normal')).toBe(true);
      expect(rule.alerts!.map(({ labels }) => labels.scenario)).toContain('egress-proxy-certificate');
      expect(rule.alerts!.map(({ labels }) => [labels.service, labels.severity])).toContainEqual([
        'contoso',
        'critical',
      ]);
      for (const name of [
        'Backend: failed requests',
        'Unclassified failures',
        'Gateway log stopped arriving',
      ]) {
        const other = await until(name, async () => {
          const found = await ruleOf(name);
          return found?.health === 'ok' ? found : undefined;
        });
        expect([name, other.state]).toEqual([name, 'inactive']);
      }
    });

    it('alerts when failures arrive, names the APIs, and leads to the right pages', async () => {
      const failure = (ApiId: string, BackendUrl: string) =>
        log.append({
          IsRequestSuccess: false,
          ResponseCode: 500,
          BackendResponseCode: null,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'The remote certificate is invalid because of errors in the certificate chain',
          BackendUrl,
          ApiId,
        });
      const burst = () => {
        Array.from({ length: 7 }).forEach(() => failure('orders', 'https://orders.contoso.net/v1'));
        Array.from({ length: 3 }).forEach(() => failure('payments', 'https://payments.contoso.net/v1'));
        Array.from({ length: 6 }).forEach(() => failure('orders', 'https://api.partner.example/v2'));
      };
      burst();
      // They go on until somebody is told, as they would.
      const more = setInterval(burst, 10_000);
      const alert = await until('a notification', () =>
        notified(({ labels, status }) => status === 'firing' && labels.scenario === 'backend-tls-trust'),
      ).finally(() => clearInterval(more));
      expect(alert.labels).toMatchObject({
        family: 'backend-connection',
        service: 'contoso',
        owner: 'network',
        severity: 'critical',
        from: 'network',
      });
      expect(alert.annotations.summary).toMatch(
        /^Untrusted backend certificate at contoso: \d+ failed requests in 70 s\. APIs: orders \(\d+\), payments \(\d+\)\.$/,
      );
      expect(alert.annotations.description).toContain('ticket queue NET-TLS');
      const { runbook_url: runbook = '', dashboard_url: dashboard = '' } = alert.annotations;
      const root = running().address;
      expect([runbook, dashboard]).toEqual([
        `${root}/a/gatewaylens-apim-app/runbook/backend-tls-trust?ds=apim-files`,
        `${root}/d/gatewaylens-on-call?var-datasource=apim-files&var-service=contoso`,
      ]);
      const page = await running().open(runbook.slice(root.length));
      await page.getByRole('heading', { name: 'Check first' }).waitFor();
      await page.getByText('ticket queue NET-TLS').first().waitFor();
      await running().picture(page, 'alert-runbook');
      await page.close();
      const shown = await running().open(dashboard.slice(root.length));
      shown.setDefaultTimeout(240_000); // it asks a lot at once, of a log that grows meanwhile
      await shown.getByText('API Management, exported logs').first().waitFor();
      await shown.getByText('Untrusted backend certificate').first().waitFor();
      await running().picture(shown, 'alert-dashboard');
      await shown.close();
      const own = await until('the alert of an own scenario', () =>
        notified(({ labels }) => labels.scenario === 'egress-proxy-certificate'),
      );
      expect(own.annotations.summary).toMatch(
        /^Certificate of the egress proxy not trusted at contoso: \d+ failed/,
      );
      expect(own.annotations.description).toContain('Ask the network team (queue NET-TLS)');
      const ownPage = await running().open(own.annotations.runbook_url!.slice(root.length));
      await ownPage.getByText('Certificate of the egress proxy not trusted').first().waitFor();
      await running().picture(ownPage, 'alert-own-runbook');
      await ownPage.close();
      const rule = await running().open(own.generatorURL.slice(root.length));
      await rule.getByText('Backend connection: failed requests').first().waitFor();
      await running().picture(rule, 'alert-rule');
      await rule.close();
    });

    it('is Normal again when they are over', async () => {
      await until('a resolved alert', () =>
        notified(({ labels, status }) => status === 'resolved' && labels.scenario === 'backend-tls-trust'),
      );
      const rule = await until('a Normal rule', async () => {
        const found = await ruleOf('Backend connection: failed requests');
        return found?.state === 'inactive' ? found : undefined;
      });
      expect([rule.health, rule.alerts!.every(({ state }) => state === 'Normal')]).toEqual(['ok', true]);
    });

    it('is Error, with a cause that can be read, on a workspace that nobody reaches', async () => {
      const rule = await until('a rule that cannot be evaluated', async () => {
        const found = await ruleOf('Backend: failed requests (private)');
        return found?.health === 'error' ? found : undefined;
      });
      expect(rule.lastError).toMatch(/(cannot be reached|could not be reached|not be found)/i);
      expect(rule.lastError).not.toContain(SECRET);
      const alert = await until('a notification of the error', () =>
        notified(({ labels }) => labels.alertname === 'DatasourceError'),
      );
      expect(alert.annotations).toMatchObject({
        summary: expect.stringContaining('could not be evaluated'),
        runbook_url: `${running().address}/a/gatewaylens-apim-app/data-sources`,
      });
    });

    it('tells when data stops arriving', async () => {
      log.stop();
      const alert = await until('a stale service', () =>
        notified(
          ({ labels }) => labels.alertname === 'Gateway log stopped arriving' && labels.service === 'contoso',
        ),
      );
      expect(alert.annotations.summary).toMatch(/^No request of contoso was logged for \d/);
      log.start();
      await until('fresh data', () =>
        notified(
          ({ labels, status }) =>
            status === 'resolved' &&
            labels.alertname === 'Gateway log stopped arriving' &&
            labels.service === 'contoso',
        ),
      );
    });
  },
  surroundings,
);
