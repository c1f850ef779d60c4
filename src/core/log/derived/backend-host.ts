import { kqlString } from '../../dialects/kql';
import { sqlString } from '../../dialects/sql';
import { lowerCase } from '../lower-case';
import type { DerivedColumn } from './derived-column';

/** Scheme, user information if any, then the host: a name, an IPv4 address or an IPv6 address in brackets. RE2 and JavaScript read it alike. */
const HOST = String.raw`^[A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#@]*@)?(\[[^\]/?#]*\]|[^/?#:\[\]]+)`;
const host = new RegExp(HOST);

export const backendHost = {
  name: 'BackendHost',
  type: 'string',
  meaning: 'Host of the backend address, in lower case, without port.',
  from: ['BackendUrl'],
  read: (row) => lowerCase(host.exec(row.BackendUrl)?.[1] ?? ''),
  kql: `tolower(extract(${kqlString(HOST)}, 1, BackendUrl))`,
  sql: `lower(regexp_extract("BackendUrl", ${sqlString(HOST)}, 1))`,
} as const satisfies DerivedColumn;
