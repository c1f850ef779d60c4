/** The built backend asks a workspace over HTTPS, and says nowhere what has to stay secret. */
import { rowWith } from '../../src/core/log';
import { queryTypes } from '../../src/core/query';
import { builtExecutable } from '../support/built-plugin';
import { FakeWorkspace, SECRET, secretsOf, settingsOf, type FaultName } from '../support/fake-workspace';
import { observedRange, observedRows, resourceTable } from '../support/gateway-records';
import { buildPeer, GrafanaPeer, type PeerDataSource } from '../support/grafana-peer';
import { KqlEngine } from '../support/kql-engine';
import { describeWith } from '../support/requirements';

jest.setTimeout(600_000);

const KEY = 'key-in-an-address';
const ANOTHER = 'another-secret-that-nobody-may-see';
const rows = observedRows.map(({ row }, i) =>
  rowWith({
    ...row,
    Url: `https://contoso.azure-api.net/x?subscription-key=${KEY}`,
    BackendUrl: i % 2 === 0 ? `https://user:${KEY}@a.example/x?sig=${KEY}` : row.BackendUrl,
  }),
);

describeWith('kqlEngine', 'Log Analytics', (python) => {
  describeWith('go', 'under Grafana’s SDK', () => {
    let engine: KqlEngine;
    let fake: FakeWorkspace;
    let peer: GrafanaPeer;
    /** Everything that the plugin has answered. */
    const heard: unknown[] = [];
    let version = 0;

    beforeAll(async () => {
      engine = new KqlEngine(python);
      const { columns, rows: logged } = resourceTable(rows);
      await engine.table('ApiManagementGatewayLogs', columns, logged);
      fake = await FakeWorkspace.start({ engine });
      peer = new GrafanaPeer(buildPeer(), builtExecutable(), { GATEWAYLENS_ALLOWED_ENDPOINTS: fake.url });
    }, 600_000);

    afterAll(async () => {
      await peer.stop();
      engine.stop();
      await fake.stop();
    });

    const dataSource = (settings: object = {}, secrets: Record<string, string> = {}): PeerDataSource => ({
      uid: 'azure',
      updated: ++version,
      jsonData: { ...settingsOf(fake), timeout: 600, ...settings },
      secrets: { ...secretsOf(fake), ...secrets },
    });
    const ask = async (of: PeerDataSource, json: object, headers: Record<string, string> = {}) => {
      const { A } = await peer.query(of, [{ refId: 'A', ...observedRange, json }], { headers });
      heard.push(A);
      return A!;
    };

    it('answers every kind of query of a dashboard in one request, and says how', async () => {
      const planned = Object.keys(queryTypes).filter((kind) => kind !== 'kql');
      const queries = planned.map((kind) => ({ refId: kind, ...observedRange, json: { kind } }));
      const answers = await peer.query(dataSource(), queries);
      heard.push(answers);
      expect(Object.values(answers).map(({ error }) => error)).toEqual(queries.map(() => ''));
      expect(fake.asked).toHaveLength(1);
      const [frame] = answers['scenario-series']!.frames!;
      expect(frame!.schema.fields.length).toBeGreaterThan(2);
      expect(frame!.schema.meta).toMatchObject({
        executedQueryString: expect.stringContaining('Read in one request together with'),
        stats: expect.arrayContaining([
          { displayName: 'Waited for its turn', unit: 'ms', value: expect.any(Number) },
          { displayName: 'Plans read in one request', value: expect.any(Number) },
        ]),
      });
    });

    it('answers a query in KQL where the settings allow it, with cells of every kind', async () => {
      const text = `ApiManagementGatewayLogs | take 3
        | project At = TimeGenerated, Text = ApiId, Number = iff(ResponseCode > 0, TotalTime, long(null)), Truth = iff(ResponseCode < 0, bool(null), true)`;
      const json = { kind: 'kql', text, format: 'table' };
      const { error, frames } = await ask(dataSource({ expertKql: true }), json);
      expect([error, frames![0]!.schema.fields.map(({ name, type }) => [name, type])]).toEqual([
        '',
        [['At', 'time'], ['Text', 'string'], ['Number', 'number'], ['Truth', 'boolean']],
      ]);
      const alert = { kind: 'kql', text: '$__classify | summarize n = count() by Scenario', format: 'numeric' };
      const watched = await ask(dataSource({ expertKql: true }), alert, { FromAlert: 'true' });
      expect([watched.error, watched.frames![0]!.schema.meta!.type]).toEqual(['', 'numeric-wide']);
      const refused = await ask(dataSource(), json);
      expect([refused.error, refused.errorSource]).toEqual([expect.stringContaining('(kql-not-allowed)'), 'downstream']);
    }); // prettier-ignore

    it('answers an alert rule', async () => {
      const { error, frames } = await ask(
        dataSource(),
        { kind: 'scenario-series', result: 'window' },
        { FromAlert: 'true' },
      );
      expect([error, frames![0]!.schema.meta!.type]).toEqual(['', 'numeric-wide']);
    });

    const faults: readonly (readonly [FaultName, string])[] = [
      ['no rights', 'azure-no-rights'],
      ['HTML of a proxy', 'azure-answer-unreadable'],
      ['half a body', 'azure-answer-unreadable'],
      ['wrong secret', 'azure-wrong-secret'],
      ['login reset', 'azure-no-token'],
      ['table missing', 'azure-table-missing'],
    ];
    it.each(faults)('%s: %s, of a query and of the health check', async (fault, code) => {
      fake.failAlways(fault);
      const of = dataSource();
      const { error, errorSource } = await ask(of, { kind: 'taxonomy' });
      const health = await peer.health(of);
      heard.push(health);
      fake.forget();
      expect([error, errorSource]).toEqual([expect.stringContaining(`(${code})`), 'downstream']);
      expect(health).toMatchObject({ status: 'ERROR', message: expect.stringContaining(`(${code})`) });
    });

    it('sends no token anywhere but to addresses that are allowed', async () => {
      const elsewhere = await FakeWorkspace.start({ certificate: fake.certificate });
      const of = dataSource({ endpoints: { logs: elsewhere.url, login: fake.url } });
      const { error, status } = await ask(of, {});
      await elsewhere.stop();
      expect([error, status, elsewhere.asked]).toEqual([
        expect.stringContaining('(azure-endpoint-not-allowed)'),
        403,
        [],
      ]);
      const identity = await ask(dataSource({ azureAuthType: 'msi' }), {});
      expect(identity.error).toContain('(azure-identity-not-offered)');
    });

    it('tells the health of the workspace step by step', async () => {
      const health = await peer.health(dataSource());
      heard.push(health);
      expect(health).toMatchObject({
        status: 'OK',
        details: {
          capabilities: expect.arrayContaining([
            { name: 'Login', state: 'ok', message: 'Azure gave a token.' },
            expect.objectContaining({ name: 'ApiManagementGatewayLogs', state: 'limited' }),
          ]),
        },
      });
    });

    it('says nowhere what has to stay secret', async () => {
      const of = dataSource();
      const id = rows[0]!.CorrelationId;
      await ask(dataSource({}, { clientSecret: ANOTHER }), {});
      await ask(of, { kind: 'failures', format: 'logs' });
      heard.push(await peer.resource(of, 'explain', 'POST', { correlationId: id, range: observedRange }));
      heard.push(await peer.resource(of, 'values', 'POST', { dimension: 'backendHost', range: observedRange }));
      heard.push(await peer.resource(of, 'kql', 'POST', { query: {}, range: observedRange }));
      heard.push(await peer.resource(of, 'catalogue', 'GET'));
      // A Viewer asks.
      const scopes = await peer.resource(of, 'scopes', 'GET');
      heard.push(scopes);
      expect([scopes.status, fake.listed]).toEqual([403, 0]);
      heard.push(await peer.metrics());
      const all = `${JSON.stringify(heard)}\n${peer.log}`;
      const secrets = [SECRET, ANOTHER, KEY, ...fake.issued.map(({ access_token }) => access_token)];
      expect(secrets.filter((secret) => all.includes(secret))).toEqual([]);
      // The run was a whole one: there were tokens, logs, answers and the row that was asked for.
      expect(fake.issued.length).toBeGreaterThan(3);
      expect(peer.log).toContain('azure-wrong-secret');
      expect(all).toContain('gatewaylens_downstream_requests_total{source=\\"log-analytics\\",outcome=\\"ok\\"}');
      expect(all).toContain(id);
    });
  });
}); // prettier-ignore
