/** Ways to Azure: identities that Grafana hands on, proxies, authorities of one’s own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GatewaylensError } from '../../src/core/errors';
import { ConnectProxy } from '../support/connect-proxy';
import { CLIENT, FakeWorkspace, SECRET, sourceAt, TENANT } from '../support/fake-workspace';
import { observedRange } from '../support/gateway-records';
import { IdentityEndpoint } from '../support/identity-endpoint';
import { plansOf } from './support/queries';

jest.setTimeout(120_000);

let fake: FakeWorkspace;
let endpoint: IdentityEndpoint;
let proxy: ConnectProxy;
const environment = { ...process.env };

// The library remembers for ever where the identity of its machine is.
beforeAll(async () => {
  endpoint = await IdentityEndpoint.start(() => fake);
});
beforeEach(async () => {
  fake = await FakeWorkspace.start();
  proxy = await ConnectProxy.start();
  endpoint.asked.length = 0;
});
afterEach(async () => {
  process.env = { ...environment };
  await Promise.all([fake.stop(), proxy.stop()]);
});
afterAll(() => endpoint.stop());

type Asking = NonNullable<Parameters<typeof sourceAt>[1]>;

/** What came of a query: the code of its error, and what was told. */
async function asked(asking: Asking) {
  const source = sourceAt(fake, asking);
  try {
    await source.answers(plansOf({ kind: 'taxonomy' }, observedRange), new AbortController().signal);
    return 'answered';
  } catch (problem) {
    return problem instanceof GatewaylensError ? `${problem.code}: ${problem.message}` : problem;
  } finally {
    await source.dispose();
  }
}

const managed = (): Asking => ({
  settings: { azureAuthType: 'msi', tenantId: '', clientId: '' },
  secrets: { clientSecret: '' },
  administration: { managedIdentity: { clientId: undefined } },
});

describe('a managed identity', () => {
  beforeEach(() => {
    process.env.IDENTITY_ENDPOINT = `${endpoint.url}/msi/token`;
    process.env.IDENTITY_HEADER = 'header-that-nobody-may-see';
  });

  it('of an App Service', async () => {
    expect(await asked(managed())).toBe('answered');
    expect(endpoint.asked).toEqual([
      {
        path: '/msi/token',
        parameters: { 'api-version': '2019-08-01', resource: fake.url },
        headers: expect.objectContaining({ 'x-identity-header': 'header-that-nobody-may-see' }),
      },
    ]);
  });

  it('is asked for on this machine whatever proxy there is, which carries only what goes to Azure', async () => {
    const { settings, ...others } = managed();
    const administration = { ...others.administration, allowedEndpoints: [fake.url, proxy.url] };
    expect(await asked({ ...others, administration, settings: { ...settings, proxyUrl: proxy.url } })).toBe(
      'answered',
    );
    expect([proxy.seen, proxy.connected]).toEqual([[], [new URL(fake.url).host]]);
    expect(endpoint.asked).toHaveLength(1);
  });

  it('that is not there is said to be so', async () => {
    endpoint.refusal = { status: 400, body: { error: 'invalid_request', error_description: 'Identity not found' } };
    expect(await asked(managed())).toMatch(/^azure-no-token: Azure gave no token: .*Identity not found/);
  }); // prettier-ignore
});

describe('a workload identity', () => {
  let folder: string;
  let tokenFile: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'gatewaylens-test-'));
    tokenFile = path.join(folder, 'token');
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const workload = (): Asking => ({
    settings: { azureAuthType: 'workloadidentity', tenantId: '', clientId: '' },
    secrets: { clientSecret: '' },
    administration: { workloadIdentity: { tenantId: TENANT, clientId: CLIENT, tokenFile } },
  });

  it('that Grafana hands on', async () => {
    writeFileSync(tokenFile, SECRET);
    expect(await asked(workload())).toBe('answered');
  });

  it('without its file, or with one that Azure does not take', async () => {
    expect(await asked(workload())).toMatch(/^azure-no-token: Azure gave no token: /);
    writeFileSync(tokenFile, 'something else');
    expect(await asked(workload())).toMatch(/^azure-wrong-secret: /);
  });
});

describe('a proxy', () => {
  const through = (change: Partial<NonNullable<Asking['settings']>> = {}): Asking => ({
    settings: { proxyUrl: proxy.url, ...change },
    administration: { allowedEndpoints: [fake.url, proxy.url] },
  });

  it('carries the login and the query, and sees neither', async () => {
    expect(await asked(through())).toBe('answered');
    const { host } = new URL(fake.url);
    expect(new Set(proxy.connected)).toEqual(new Set([host]));
    expect(proxy.connected.length).toBeGreaterThanOrEqual(2);
    expect(proxy.seen).toEqual([]);
  });

  it('of Grafana’s environment holds where the settings name none', async () => {
    process.env.HTTPS_PROXY = proxy.url;
    expect(await asked({})).toBe('answered');
    expect(proxy.connected.length).toBeGreaterThanOrEqual(2);
  });

  it('hides no certificate that nobody vouches for', async () => {
    expect(await asked(through({ tlsAuthWithCACert: false }))).toMatch(/^azure-certificate: /);
  });

  it('that refuses is said to', async () => {
    proxy.refusal = '407 Proxy Authentication Required';
    expect(await asked(through())).toMatch(/^azure-no-token: .*localhost/);
    expect(fake.asked).toEqual([]);
  });

  it.each(['204 No Content', '200 OK', '407 Proxy Authentication Required'])('that answers %s in Azure’s place makes no answer of it', async (refusal) => {
    const source = sourceAt(fake, through());
    const ask = () => source.answers(plansOf({ kind: 'taxonomy' }, observedRange), new AbortController().signal);
    await ask();
    fake.dropConnections();
    proxy.refusal = refusal;
    await expect(ask()).rejects.toThrow(/^The query service at localhost:\d+ cannot be reached: /);
    expect(fake.asked).toHaveLength(1);
    await source.dispose();
  }); // prettier-ignore

  it('that is not there is said to be so', async () => {
    const gone = await ConnectProxy.start();
    const { url } = gone;
    await gone.stop();
    const administration = { allowedEndpoints: [fake.url, url] };
    expect(await asked({ settings: { proxyUrl: url }, administration })).toMatch(
      /^azure-no-token: .*ECONNREFUSED/,
    );
  });
});
