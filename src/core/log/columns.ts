/**
 * The one table of gateway-log columns. A column is named as in the resource-specific table `ApiManagementGatewayLogs`;
 * `exported` and `legacy` tell where the other shapes of record keep it.
 *
 * Meanings: https://learn.microsoft.com/azure/api-management/gateway-log-schema-reference
 * Types: https://learn.microsoft.com/azure/azure-monitor/reference/tables/apimanagementgatewaylogs
 */

/** `dynamic` values are kept as the text of their JSON. */
export type ColumnType = 'string' | 'int' | 'long' | 'bool' | 'datetime' | 'dynamic';

/** How carefully a value has to be shown: `url` values may carry keys in their query string. */
export type Sensitivity = 'open' | 'personal' | 'url';

interface ColumnRow {
  readonly name: string;
  readonly type: ColumnType;
  readonly unit?: 'ms';
  readonly sensitivity: Sensitivity;
  readonly meaning: string;
  /** Key paths in camelCase JSON (exports, Event Hub, self-hosted gateways); the first one present wins. */
  readonly exported: readonly string[];
  /** Names in `AzureDiagnostics`; the first one present wins. */
  readonly legacy: readonly string[];
  /** What the portal’s Diagnose page and articles call it; accepted beside the name. */
  readonly alias?: string;
  /** Whether texts that tools write for what is missing, such as `None`, are taken for that: they would be an error. */
  readonly nullTexts?: true;
}

const open = { sensitivity: 'open' } as const;
const personal = { sensitivity: 'personal' } as const;
const url = { sensitivity: 'url' } as const;

// prettier-ignore
export const columns = [
  { name: 'TimeGenerated', type: 'datetime', ...open, meaning: 'When the gateway began to process the request, UTC.', exported: ['timeGenerated', 'time'], legacy: ['TimeGenerated'] },
  { name: '_ResourceId', type: 'string', ...open, meaning: 'Azure resource id of the API Management instance.', exported: ['resourceId'], legacy: ['_ResourceId', 'ResourceId'] },
  { name: 'Category', type: 'string', ...open, meaning: 'GatewayLogs; other categories hold other records.', exported: ['category'], legacy: ['Category'] },
  { name: 'Region', type: 'string', ...open, meaning: 'Azure region of the gateway, or the location name of a self-hosted gateway.', exported: ['region', 'location'], legacy: ['Region_s', 'region_s', 'location_s'] },
  { name: 'CorrelationId', type: 'string', ...open, meaning: 'Unique id of the request; the activityId that a caller sees in a 500 answer.', exported: ['correlationId'], legacy: ['CorrelationId', 'correlationId_g'] },
  { name: 'IsRequestSuccess', type: 'bool', ...open, meaning: 'True when the request finished with 2xx or 3xx; also true when the answer broke off after its headers.', exported: ['isRequestSuccess'], legacy: ['isRequestSuccess_b'] },
  { name: 'TotalTime', type: 'long', unit: 'ms', ...open, meaning: 'From the first byte received to the last byte sent to the client.', exported: ['totalTime', 'durationMs'], legacy: ['DurationMs'] },
  { name: 'BackendTime', type: 'long', unit: 'ms', ...open, meaning: 'Backend I/O: connect, send and receive. Missing when there was none.', exported: ['backendTime'], legacy: ['backendTime_d'] },
  { name: 'ClientTime', type: 'long', unit: 'ms', ...open, meaning: 'Client I/O: connect, send and receive.', exported: ['clientTime'], legacy: ['clientTime_d'] },
  { name: 'CacheTime', type: 'long', unit: 'ms', ...open, meaning: 'Cache I/O.', exported: ['cacheTime'], legacy: ['cacheTime_d'] },
  { name: 'CallerIpAddress', type: 'string', ...personal, meaning: 'Immediate caller, possibly a proxy or an application gateway.', exported: ['callerIpAddress'], legacy: ['CallerIPAddress'] },
  { name: 'Method', type: 'string', ...open, meaning: 'Method of the incoming request.', exported: ['method'], legacy: ['method_s'] },
  { name: 'Url', type: 'string', ...url, meaning: 'Address of the incoming request.', exported: ['url'], legacy: ['url_s'] },
  { name: 'ClientProtocol', type: 'string', ...open, meaning: 'Protocol of the incoming request.', exported: ['clientProtocol'], legacy: ['clientProtocol_s'] },
  { name: 'ResponseCode', type: 'int', ...open, meaning: 'Status sent to the client; 0 when nothing was sent.', exported: ['responseCode'], legacy: ['responseCode_d'] },
  { name: 'BackendMethod', type: 'string', ...open, meaning: 'Method of the request to the backend.', exported: ['backendMethod'], legacy: ['backendMethod_s'] },
  { name: 'BackendUrl', type: 'string', ...url, meaning: 'Address of the request to the backend; the last attempt only.', exported: ['backendUrl'], legacy: ['backendUrl_s'] },
  { name: 'BackendResponseCode', type: 'int', ...open, meaning: 'Status received from the backend; missing (in some exports 0) when no answer came; the last attempt only.', exported: ['backendResponseCode'], legacy: ['backendResponseCode_d'] },
  { name: 'BackendId', type: 'string', ...open, meaning: 'Backend entity; for a pool the member that was used.', exported: ['backendId'], legacy: ['backendId_s'] },
  { name: 'ApiId', type: 'string', ...open, meaning: 'API; empty when nothing matched.', exported: ['apiId'], legacy: ['apiId_s'] },
  { name: 'ApiRevision', type: 'string', ...open, meaning: 'Revision of the API.', exported: ['apiRevision'], legacy: ['apiRevision_s'] },
  { name: 'OperationId', type: 'string', ...open, meaning: 'Operation; empty when nothing matched.', exported: ['operationId'], legacy: ['operationId_s'] },
  { name: 'ProductId', type: 'string', ...open, meaning: 'Product.', exported: ['productId'], legacy: ['productId_s'] },
  { name: 'ApimSubscriptionId', type: 'string', ...open, meaning: 'Subscription in API Management, not the Azure subscription.', exported: ['apimSubscriptionId'], legacy: ['apimSubscriptionId_s'] },
  { name: 'WorkspaceId', type: 'string', ...open, meaning: 'Workspace in API Management, not that of Log Analytics.', exported: ['workspaceId'], legacy: ['workspaceId_s'] },
  { name: 'Cache', type: 'string', ...open, meaning: 'hit, miss or none.', exported: ['cache'], legacy: ['cache_s'] },
  { name: 'LastErrorElapsed', type: 'long', unit: 'ms', ...open, meaning: 'From the request being received to the error.', exported: ['lastError.elapsed'], legacy: ['lastError_elapsed_d'] },
  { name: 'LastErrorSource', type: 'string', ...open, meaning: 'Policy or internal handler that raised the error.', exported: ['lastError.source'], legacy: ['lastError_source_s'], alias: 'ErrorSource', nullTexts: true },
  { name: 'LastErrorScope', type: 'string', ...open, meaning: 'Policy document: global, workspace, product, api or operation.', exported: ['lastError.scope'], legacy: ['lastError_scope_s'] },
  { name: 'LastErrorSection', type: 'string', ...open, meaning: 'inbound, backend, outbound or on-error.', exported: ['lastError.section'], legacy: ['lastError_section_s'] },
  { name: 'LastErrorReason', type: 'string', ...open, meaning: 'Machine-friendly reason; token policies put whole sentences here.', exported: ['lastError.reason'], legacy: ['lastError_reason_s'], alias: 'ErrorReason', nullTexts: true },
  { name: 'LastErrorMessage', type: 'string', ...open, meaning: 'Human text of the error.', exported: ['lastError.message'], legacy: ['lastError_message_s'], alias: 'ErrorMessage', nullTexts: true },
  { name: 'Errors', type: 'dynamic', ...open, meaning: 'All errors of the request, the first one first.', exported: ['errors'], legacy: ['errors_s'] },
] as const satisfies readonly ColumnRow[];

export type Column = (typeof columns)[number];
export type ColumnName = Column['name'];

interface ValueOf {
  readonly string: string;
  readonly int: number | null;
  readonly long: number | null;
  readonly bool: boolean | null;
  /** Milliseconds since 1970, UTC. */
  readonly datetime: number | null;
  readonly dynamic: string;
}

export type ColumnValues = { readonly [C in Column as C['name']]: ValueOf[C['type']] };
