/** Alert rules in a real Grafana under a sub-path, from Normal to Normal. */
import { AlertingGround, rulesOf, SECRET, untilSeen } from '../support/alerting-ground';
import { describeGrafana } from '../support/describe-grafana';

jest.setTimeout(600_000);

let ground: AlertingGround;

describeGrafana(
  'alert rules in a real Grafana under a sub-path',
  '/grafana',
  (running) => {
    afterAll(() => ground.stop());

    const until = <T>(what: string, look: () => T | undefined | Promise<T | undefined>) =>
      untilSeen(running(), what, look);
    const ruleOf = async (name: string) => (await rulesOf(running())).find((rule) => rule.name === name);

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
        ground.log.append({
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
        ground.notified(
          ({ labels, status }) => status === 'firing' && labels.scenario === 'backend-tls-trust',
        ),
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
        ground.notified(({ labels }) => labels.scenario === 'egress-proxy-certificate'),
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
        ground.notified(
          ({ labels, status }) => status === 'resolved' && labels.scenario === 'backend-tls-trust',
        ),
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
        ground.notified(({ labels }) => labels.alertname === 'DatasourceError'),
      );
      expect(alert.annotations).toMatchObject({
        summary: expect.stringContaining('could not be evaluated'),
        runbook_url: `${running().address}/a/gatewaylens-apim-app/data-sources`,
      });
    });

    it('tells when data stops arriving', async () => {
      ground.log.stop();
      const alert = await until('a stale service', () =>
        ground.notified(
          ({ labels }) => labels.alertname === 'Gateway log stopped arriving' && labels.service === 'contoso',
        ),
      );
      expect(alert.annotations.summary).toMatch(/^No request of contoso was logged for \d/);
      ground.log.start();
      await until('fresh data', () =>
        ground.notified(
          ({ labels, status }) =>
            status === 'resolved' &&
            labels.alertname === 'Gateway log stopped arriving' &&
            labels.service === 'contoso',
        ),
      );
    });
  },
  async () => {
    ground = await AlertingGround.make();
    return ground.surroundings();
  },
);
