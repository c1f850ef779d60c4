import { lowerCase } from '../lower-case';
import type { DerivedColumn } from './derived-column';

export const disconnectPhase = {
  name: 'DisconnectPhase',
  type: 'string',
  meaning:
    'When a client left: waiting for the backend, or transferring the answer; empty where the source does not tell.',
  from: ['LastErrorSource'],
  read: ({ LastErrorSource }) => {
    const source = lowerCase(LastErrorSource);
    return source.includes('transfer-response')
      ? 'transferring'
      : source.includes('forward-request') || source.includes('request-forwarder')
        ? 'waiting'
        : '';
  },
  kql: 'case(LastErrorSource contains "transfer-response", "transferring", LastErrorSource contains "forward-request" or LastErrorSource contains "request-forwarder", "waiting", "")',
  sql: `CASE WHEN contains(lower("LastErrorSource"), 'transfer-response') THEN 'transferring' WHEN contains(lower("LastErrorSource"), 'forward-request') OR contains(lower("LastErrorSource"), 'request-forwarder') THEN 'waiting' ELSE '' END`,
} as const satisfies DerivedColumn;
