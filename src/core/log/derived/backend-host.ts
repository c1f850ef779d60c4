import { kqlString } from '../../dialects/kql';
import { sqlString } from '../../dialects/sql';
import { lowerCase } from '../lower-case';
import type { DerivedColumn } from './derived-column';

/** Scheme, user information if any, then the host: a name, an IPv4 address or an IPv6 address in brackets. RE2 and JavaScript read it alike. */
const HOST = String.raw`^[A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#@]*@)?(\[[^\]/?#]*\]|[^/?#:\[\]]+)`;
const host = new RegExp(HOST);

/** Host of an address, in lower case, without port; empty where there is none. */
export const hostOf = (url: string): string => lowerCase(host.exec(url)?.[1] ?? '');

/**
 * Policies that make a call of their own, send-request and its like: the backend address is that of the forwarded request
 * then, and a failure of the other call must not be charged to it.
 */
const OWN_CALL = 'send-';

export const backendHost = {
  name: 'BackendHost',
  type: 'string',
  meaning:
    'Host of the backend address, in lower case, without port; empty where a policy’s own call failed (send-request), whose address is not logged.',
  from: ['BackendUrl', 'LastErrorSource'],
  read: ({ BackendUrl, LastErrorSource }) => (LastErrorSource.startsWith(OWN_CALL) ? '' : hostOf(BackendUrl)),
  kql: `iff(LastErrorSource startswith_cs ${kqlString(OWN_CALL)}, "", tolower(extract(${kqlString(HOST)}, 1, BackendUrl)))`,
  sql: `CASE WHEN starts_with("LastErrorSource", ${sqlString(OWN_CALL)}) THEN '' ELSE lower(regexp_extract("BackendUrl", ${sqlString(HOST)}, 1)) END`,
} as const satisfies DerivedColumn;
