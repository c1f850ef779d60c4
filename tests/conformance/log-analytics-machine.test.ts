/** The managed identity of a virtual machine; by itself, because the library remembers for ever what kind of machine it is on. */
import { CLIENT, FakeWorkspace, sourceAt } from '../support/fake-workspace';
import { observedRange } from '../support/gateway-records';
import { IdentityEndpoint } from '../support/identity-endpoint';
import { plansOf } from './support/queries';

jest.setTimeout(60_000);

it('is chosen by the client id that Grafana was given, and its token serves until it ends', async () => {
  const fake = await FakeWorkspace.start();
  const endpoint = await IdentityEndpoint.start(() => fake);
  process.env.AZURE_POD_IDENTITY_AUTHORITY_HOST = endpoint.url;
  const source = sourceAt(fake, {
    settings: { azureAuthType: 'msi', tenantId: '', clientId: '' },
    secrets: { clientSecret: '' },
    administration: { managedIdentity: { clientId: CLIENT } },
  });
  const ask = () =>
    source.answers(plansOf({ kind: 'taxonomy' }, observedRange), new AbortController().signal);
  await ask();
  await ask();
  expect(fake.asked).toHaveLength(2);
  expect(fake.issued).toHaveLength(1);
  expect(endpoint.asked.at(-1)).toMatchObject({
    path: expect.stringMatching(/^\/metadata\/identity\/oauth2\/token\/?$/),
    parameters: { resource: fake.url, client_id: CLIENT },
    headers: { metadata: 'true' },
  });
  await source.dispose();
  await Promise.all([fake.stop(), endpoint.stop()]);
});
