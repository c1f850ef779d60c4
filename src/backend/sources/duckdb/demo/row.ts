/** The columns that the demo fills, over a request, its route and what befell it, if anything. All others are missing. */
import { sqlString } from '../../../../core/dialects/sql';
import { UNTIMED_HOST } from './estate';

const instance = (name: string) =>
  `/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/contoso/providers/microsoft.apimanagement/service/${name}`;

const isCached = '(cached > 0 AND NOT isFailure AND tarries % 100 < cached)';
const isCalled = `CASE WHEN isFailure THEN isCalled ELSE NOT ${isCached} END`;
const isKnown = 'coalesce(isKnown, true)';
const jitter = 'lasts % 40';
/** A retry takes the time of its second attempt too. */
const retried = 'CASE WHEN isRecovered THEN took ELSE 0 END';
const failedAfter =
  'coalesce(TotalTime, greatest(BackendTime, LastErrorElapsed), CASE WHEN isCalled THEN took ELSE 4 END)';
const caller = `'203.0.113.' || CAST(hash(i, 9) % 250 + 1 AS VARCHAR)`;

/** Where an example names a host or a caller, the row names its own. */
const own = (text: string) =>
  `CASE WHEN isFailure THEN replace(replace(replace(coalesce(${text}, ''), 'contoso.azurewebsites.net', host), 'orders.contoso.net', host), '203.0.113.7', ${caller}) ELSE '' END`;

export const rowSql: Readonly<Record<string, string>> = {
  TimeGenerated: 'make_timestamp(ms * 1000)',
  _ResourceId: `${sqlString(instance(''))} || service`,
  Category: `'GatewayLogs'`,
  Region: '(places[1 + i % len(places)])',
  CorrelationId: `CAST(md5(CAST(i AS VARCHAR) || '/' || CAST(seed AS VARCHAR)) AS UUID)`,
  IsRequestSuccess: 'CASE WHEN isFailure THEN coalesce(IsRequestSuccess, ResponseCode BETWEEN 100 AND 399, false) ELSE true END',
  TotalTime: `CASE WHEN isFailure THEN ${failedAfter} + ${retried} + ${jitter} WHEN ${isCached} THEN 3 + lasts % 7 ELSE took + 2 + ${jitter} // 8 END`,
  BackendTime: `CASE WHEN isFailure THEN CASE WHEN isCalled THEN coalesce(BackendTime, CASE WHEN ClientTime IS NULL THEN ${failedAfter} END) + ${retried} + ${jitter} END WHEN ${isCached} OR host = ${sqlString(UNTIMED_HOST)} THEN NULL ELSE took END`,
  ClientTime: `CASE WHEN isFailure THEN ClientTime ELSE ${jitter} // 10 END`,
  CacheTime: `CASE WHEN ${isCached} THEN 1 + lasts % 3 ELSE 0 END`,
  CallerIpAddress: caller,
  Method: 'method',
  Url: `'https://' || service || '.azure-api.net/' || api || '/' || operation`,
  ClientProtocol: `'HTTP/1.1'`,
  ResponseCode: 'CASE WHEN isFailure THEN ResponseCode ELSE 200 END',
  BackendMethod: `CASE WHEN ${isCalled} THEN method ELSE '' END`,
  BackendUrl: `CASE WHEN ${isCalled} THEN 'https://' || host || '/' || operation ELSE '' END`,
  BackendResponseCode: `CASE WHEN isFailure THEN BackendResponseCode WHEN ${isCached} THEN NULL ELSE 200 END`,
  BackendId: `CASE WHEN ${isCalled} THEN split_part(host, '.', 1) ELSE '' END`,
  ApiId: 'api',
  ApiRevision: `'1'`,
  OperationId: `CASE WHEN ${isKnown} THEN operation ELSE '' END`,
  ProductId: `CASE WHEN ${isKnown} THEN product ELSE '' END`,
  ApimSubscriptionId: `CASE WHEN ${isKnown} THEN product || '-' || CAST(hash(i, 10) % 4 + 1 AS VARCHAR) ELSE '' END`,
  WorkspaceId: 'workspace',
  Cache: `CASE WHEN ${isCached} THEN 'hit' WHEN cached > 0 AND ${isCalled} THEN 'miss' ELSE 'none' END`,
  LastErrorElapsed: `LastErrorElapsed + ${jitter}`,
  LastErrorSource: `coalesce(LastErrorSource, '')`,
  LastErrorScope: `coalesce(LastErrorScope, '')`,
  LastErrorSection: `coalesce(LastErrorSection, '')`,
  LastErrorReason: `coalesce(LastErrorReason, '')`,
  LastErrorMessage: own('LastErrorMessage'),
  Errors: own('Errors'),
}; // prettier-ignore
