import type { DerivedColumn } from './derived-column';

export const statusPair = {
  name: 'StatusPair',
  type: 'string',
  meaning:
    'Status sent to the client and status received from the backend, as in 502/200; - where there was none.',
  from: ['ResponseCode', 'BackendResponseCode'],
  read: ({ ResponseCode, BackendResponseCode }) => `${ResponseCode ?? '-'}/${BackendResponseCode ?? '-'}`,
  kql: 'strcat(iff(isnull(ResponseCode), "-", tostring(ResponseCode)), "/", iff(isnull(BackendResponseCode), "-", tostring(BackendResponseCode)))',
  sql: `coalesce(CAST("ResponseCode" AS VARCHAR), '-') || '/' || coalesce(CAST("BackendResponseCode" AS VARCHAR), '-')`,
} as const satisfies DerivedColumn;
