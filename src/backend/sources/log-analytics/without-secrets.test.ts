import { withoutSecrets } from './without-secrets';

const hidden = (text: string, clientSecret: string) =>
  withoutSecrets(text, { type: 'clientsecret', tenantId: 't', clientId: 'c', clientSecret });

it.each([
  ['as it is', `a "b"\\c~d%`],
  ['in an address', 'a%20%22b%22%5Cc~d%25'],
  ['in a form', 'a+%22b%22%5Cc%7Ed%25'],
  ['in JSON', `a \\"b\\"\\\\c~d%`],
])('hides a client secret %s', (_, repeated) => {
  expect(hidden(`AADSTS7000215: ${repeated} is wrong; ${repeated}.`, `a "b"\\c~d%`)).toBe(
    'AADSTS7000215: (the client secret) is wrong; (the client secret).',
  );
});

it('leaves a text as it is that holds no secret', () => {
  expect(hidden('AADSTS700016: eyJ was not found in x.y.', '')).toBe(
    'AADSTS700016: eyJ was not found in x.y.',
  );
});

it('hides what a workload identity logs in with', () => {
  const token = ['{"alg":"RS256"}', '{"sub":"a"}', 'signed'].map((part) =>
    Buffer.from(part).toString('base64url'),
  );
  const credential = {
    type: 'workloadidentity',
    tenantId: 't',
    clientId: 'c',
    tokenFile: '/nowhere',
  } as const;
  expect(withoutSecrets(`AADSTS50027: ${token.join('.')} is no token`, credential)).toBe(
    'AADSTS50027: (a token) is no token',
  );
});
