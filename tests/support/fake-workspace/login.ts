/** Microsoft Entra ID as far as a plugin meets it: where its endpoints are, and tokens for a client that knows its secret. */
import { randomUUID } from 'node:crypto';
import { loginErrors } from './documented-errors';

export const TENANT = '9a8b7c6d-aaaa-4bbb-8ccc-dddddddddddd';
export const CLIENT = 'c11e4700-1234-4321-8888-999999999999';
export const SECRET = 'a-secret-that-nobody-may-see~QzX9';

export interface Issued {
  readonly access_token: string;
  readonly scope: string;
}

export function tokenAnswer(
  url: string,
  path: string,
  form: URLSearchParams,
  issued: Issued[],
  seconds: number,
): { readonly status: number; readonly body: object } {
  if (path.includes('/.well-known/')) {
    const base = `${url}/${TENANT}`;
    const body = {
      issuer: `${base}/v2.0`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
    };
    return { status: 200, body };
  }
  if (!path.includes(TENANT)) {
    return { status: 400, body: loginErrors.noTenant };
  }
  if (form.get('client_id') !== CLIENT) {
    return { status: 400, body: loginErrors.noClient };
  }
  const knowsSecret = form.get('client_secret') === SECRET || form.get('client_assertion') === SECRET;
  if (!knowsSecret) {
    // Entra does not repeat what it was sent; what answers in its place may.
    const error_description = `AADSTS7000215: Invalid client secret provided: ${form.get('client_secret')}.`;
    return { status: 401, body: { ...loginErrors.wrongSecret, error_description } };
  }
  const token = { access_token: `token-that-nobody-may-see-${randomUUID()}`, scope: form.get('scope')?.split(' ')[0] ?? '' };
  issued.push(token);
  return { status: 200, body: { token_type: 'Bearer', expires_in: seconds, ext_expires_in: seconds, access_token: token.access_token } };
} // prettier-ignore
