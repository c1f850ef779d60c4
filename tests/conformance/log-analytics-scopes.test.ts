/** What an administrator may choose from, as Azure Resource Manager lists it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { GatewaylensError } from '../../src/core/errors';
import { FakeWorkspace, sourceAt, WORKSPACE, type FaultName } from '../support/fake-workspace';

jest.setTimeout(60_000);

let fake: FakeWorkspace;
beforeAll(async () => {
  fake = await FakeWorkspace.start();
});
beforeEach(() => fake.forget());
afterAll(() => fake.stop());

async function listed(settings: Parameters<typeof sourceAt>[1] = {}, signal = new AbortController().signal) {
  const source = sourceAt(fake, settings);
  try {
    return await source.scopes(signal);
  } catch (problem) {
    return problem instanceof GatewaylensError ? `${problem.code}: ${problem.message}` : problem;
  } finally {
    await source.dispose();
  }
}

it('lists workspaces and instances, page by page', async () => {
  const found = await listed();
  expect(found).toEqual({
    areAll: true,
    scopes: [
      expect.objectContaining({ kind: 'instance', name: 'contoso' }),
      expect.objectContaining({ kind: 'instance', name: 'fabrikam' }),
      {
        kind: 'workspace',
        name: 'logs',
        id: expect.stringMatching(/^\/subscriptions\/.*\/workspaces\/logs$/),
        workspaceId: WORKSPACE,
        location: 'westeurope',
        resourceGroup: 'monitoring',
        subscription: expect.any(String),
      },
    ],
  });
  expect(fake.listed).toBe(2);
  expect(fake.issued.at(-1)?.scope).toBe(`${fake.url}/.default`);
});

it('leaves out what is neither', async () => {
  const [row] = fake.listing;
  fake.listing = [{ ...row!, type: 'microsoft.compute/virtualmachines' }, { ...row!, id: 'javascript:alert(1)' }, null as never];
  expect(await listed()).toEqual({ scopes: [], areAll: true });
}); // prettier-ignore

it('says when there are more than it asks for', async () => {
  const [row] = fake.listing;
  fake.listing = Array.from({ length: 25 }, (_, i) => ({ ...row!, name: `service-${i}` }));
  // Ten pages, of two here.
  const names = Array.from(
    { length: 20 },
    (_, i) => expect.objectContaining({ name: `service-${i}` }) as object,
  );
  expect(await listed()).toEqual({ scopes: names, areAll: false });
});

const refusals: readonly (readonly [FaultName, RegExp])[] = [
  [
    'no rights',
    /insufficient access to perform the requested operation \(InsufficientAccessError, correlation id/,
  ],
  ['throttled', /Too many requests \(ThrottledError/],
  ['HTML of a proxy', /what came from localhost:\d+ is no answer \(502\)/],
  ['HTML as success', /the answer holds no list/],
  ['JSON of something else', /the answer holds no list/],
  ['half a body', /the answer holds no list/],
  ['redirect', /is no answer \(302\)/],
  ['reset', /localhost:\d+ cannot be reached \(ECONNRESET\)/],
  ['never answered', /no answer within 5 s/],
];
it.each(refusals)('%s', async (fault, told) => {
  fake.failAlways(fault);
  const said = await listed({ settings: { timeout: fault === 'never answered' ? 5 : 60 } });
  expect(said).toMatch(/^scopes-unavailable: Workspaces and instances could not be listed: /);
  expect(said).toMatch(told);
});

it('says of the credentials what is wrong with them, and where it would have to ask', async () => {
  expect(await listed({ secrets: { clientSecret: 'wrong' } })).toMatch(/^azure-wrong-secret/);
  const endpoints = { logs: fake.url, login: fake.url };
  expect(await listed({ settings: { endpoints } })).toMatch(/address of Azure Resource Manager is not known/);
  expect(fake.listed).toBe(0);
});

it('ends when nobody waits any more', async () => {
  fake.failAlways('never answered');
  const controller = new AbortController();
  const asked = listed({}, controller.signal);
  while (fake.listed === 0) {
    await sleep(5);
  }
  controller.abort();
  expect(await asked).toMatch(/^cancelled/);
});

it('sends its token to no address that is not allowed', () => {
  const endpoints = { logs: fake.url, login: fake.url, manager: 'https://elsewhere.example' };
  expect(() => sourceAt(fake, { settings: { endpoints } })).toThrow('“Resource Manager” (endpoints.manager) names the address https://elsewhere.example, which is not allowed');
}); // prettier-ignore
