/** Why there is no token. What Microsoft Entra ID says begins with a number: https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
import { GatewaylensError, type ErrorCode } from '../../../core/errors';
import { transportError } from './azure-error';
import type { TransportError } from './http-client';

const KNOWN: Readonly<Record<string, ErrorCode>> = {
  AADSTS7000215: 'azure-wrong-secret',
  AADSTS7000222: 'azure-wrong-secret',
  AADSTS700016: 'azure-wrong-client',
  AADSTS900023: 'azure-wrong-client',
  AADSTS90002: 'azure-wrong-client',
  AADSTS500011: 'azure-wrong-cloud',
  AADSTS650057: 'azure-wrong-cloud',
};

/**
 * @param text what the libraries say
 * @param transport what went wrong on the way to the login, which the libraries tell less well
 */
export function tokenError(
  text: string,
  host: string,
  transport: TransportError | undefined,
): GatewaylensError {
  const number = /AADSTS\d+/.exec(text)?.[0] ?? '';
  if (number === '' && transport) {
    const error = transportError(transport, host);
    return error.code === 'azure-certificate'
      ? error
      : new GatewaylensError('azure-no-token', {
          host,
          problem:
            transport.reason === 'broken'
              ? `what came from ${host} is no answer of a login (${transport.code})`
              : `${host} cannot be reached (${transport.code})`,
        });
  }
  const said =
    /AADSTS\d+:? [^\r\n]*?(?=\.(\s|$)|[\s-]*(?:Trace|Correlation) ID|\r|\n|$)/.exec(text)?.[0] ??
    firstLine(text);
  return new GatewaylensError(KNOWN[number] ?? 'azure-no-token', { host, problem: said.slice(0, 300) });
}

const firstLine = (text: string) => (text.split(/[\r\n]/)[0] ?? '').replace(/\.$/, '');
