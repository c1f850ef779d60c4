import { TransportError } from './http-client';
import { tokenError } from './token-error';

it.each([
  ['AADSTS7000215: Invalid client secret provided. Ensure the secret is the value. Trace ID: x', 'azure-wrong-secret', 'AADSTS7000215: Invalid client secret provided'],
  ['AADSTS7000222: The provided client secret keys are expired.', 'azure-wrong-secret', 'keys are expired'],
  ['AADSTS700016: Application was not found in the directory.', 'azure-wrong-client', 'AADSTS700016'],
  ["AADSTS90002: Tenant 'x' not found.", 'azure-wrong-client', 'AADSTS90002'],
  ['AADSTS500011: The resource principal was not found.', 'azure-wrong-cloud', 'AADSTS500011'],
  ['AADSTS53003: Access has been blocked by Conditional Access policies.', 'azure-no-token', 'AADSTS53003'],
  ['ManagedIdentityCredential: no endpoint\nat somewhere', 'azure-no-token', 'ManagedIdentityCredential: no endpoint'],
])('%s', (text, code, told) => {
  const error = tokenError(text, 'login.example', undefined);
  expect([error.code, error.message]).toEqual([code, expect.stringContaining(told)]);
  expect(error.message).not.toContain('Trace ID');
}); // prettier-ignore

it('tells what went wrong on the way better than the libraries do', () => {
  const told = (problem: TransportError) => tokenError('network_error', 'login.example', problem);
  expect(told(new TransportError('unreachable', 'ENOTFOUND')).message).toBe(
    'Azure gave no token: login.example cannot be reached (ENOTFOUND).',
  );
  expect(told(new TransportError('broken', 'no JSON')).message).toBe(
    'Azure gave no token: what came from login.example is no answer of a login (no JSON).',
  );
  expect(told(new TransportError('unreachable', 'SELF_SIGNED_CERT_IN_CHAIN')).code).toBe('azure-certificate');
});
