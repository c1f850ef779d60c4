import { unknownScenario } from './unknown-scenario';

const known = ['backend-tls-trust', 'backend-tls-handshake', 'backend-timeout', 'jwt-expired'];

it.each([
  ['backend-tls-trst', '; “backend-tls-trust” is probably meant'],
  ['tls', '; there is backend-tls-trust, backend-tls-handshake'],
  ['TLS-trust', '; there is backend-tls-trust'],
  ['tls-trsut', '; there is backend-tls-trust'],
  ['timeuot', '; there is backend-timeout'],
  ['expird', '; there is jwt-expired'],
  ['to', ''],
  ['quota', ''],
])('%s: %s', (wrong, meant) =>
  expect(unknownScenario(wrong, known)).toMatchObject({
    code: 'scenario-unknown',
    message: `There is no scenario “${wrong}”${meant}.`,
  }),
);
