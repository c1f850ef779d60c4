import { hostOf, type CanonicalRow } from '../log';

/** Of gateways in the public cloud, in that of the US Government and in China. */
const DOMAINS = ['azure-api.net', 'azure-api.us', 'azure-api.cn'] as const;

/**
 * What to say of a row whose backend is the gateway itself, by the name that the caller used or by its own: behind the
 * load balancer of an internal virtual network such a connection never comes about. No predicate compares two texts.
 */
export function selfCall(scenario: string, row: CanonicalRow): readonly string[] {
  const own = [
    hostOf(row.Url),
    ...(row.Service === '' ? [] : DOMAINS.map((domain) => `${row.Service}.${domain}`)),
  ];
  return scenario === 'backend-connect-timeout' && row.BackendHost !== '' && own.includes(row.BackendHost)
    ? [
        'The backend address has the gateway’s own name: in an internal virtual network it cannot reach itself through its load balancer. Use the loopback address with the right Host header.',
      ]
    : [];
}
