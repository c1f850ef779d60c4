/** Everything that docs/provisioning.md shows, in a real Grafana under a sub-path. */
import { AlertingGround, rulesOf, SECRET, untilSeen, WORKSPACE } from '../support/alerting-ground';
import { describeGrafana } from '../support/describe-grafana';

jest.setTimeout(600_000);

let ground: AlertingGround;

describeGrafana(
  'provisioning in a real Grafana under a sub-path',
  '/grafana',
  (running) => {
    afterAll(() => ground.stop());

    const until = <T>(what: string, look: () => T | undefined | Promise<T | undefined>) =>
      untilSeen(running(), what, look);

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
      expect(JSON.stringify(await running().api('/api/v1/provisioning/contact-points'))).toContain(ground.webhookUrl);
      expect(await running().api('/api/v1/provisioning/policies')).toMatchObject({ receiver: 'On call' });
      expect((await rulesOf(running())).map(({ name }) => name)).toHaveLength(10);
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
  },
  async () => {
    ground = await AlertingGround.make();
    return ground.surroundings();
  },
);
