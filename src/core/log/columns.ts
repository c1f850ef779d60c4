/**
 * The one table of gateway-log columns. A column is named as in the resource-specific table `ApiManagementGatewayLogs`;
 * `exported` tells where camelCase JSON (diagnostic exports, Event Hub, self-hosted gateways) keeps it.
 *
 * Meanings: https://learn.microsoft.com/azure/api-management/gateway-log-schema-reference
 * Types: https://learn.microsoft.com/azure/azure-monitor/reference/tables/apimanagementgatewaylogs
 */

export type ColumnType = 'string' | 'int' | 'long' | 'bool' | 'datetime';

/** How carefully a value has to be shown: `url` values may carry keys in their query string. */
export type Sensitivity = 'open' | 'personal' | 'url';

interface ColumnRow {
  readonly name: string;
  readonly type: ColumnType;
  readonly unit?: 'ms' | 'bytes';
  readonly sensitivity: Sensitivity;
  readonly meaning: string;
  /** Key paths in camelCase JSON, the first one present wins; looked up at the top and below `properties`. */
  readonly exported: readonly string[];
}

const open = { sensitivity: 'open' } as const;
const personal = { sensitivity: 'personal' } as const;
const url = { sensitivity: 'url' } as const;

export const columns = [
  {
    name: 'TimeGenerated',
    type: 'datetime',
    ...open,
    meaning: 'When the gateway began to process the request, UTC.',
    exported: ['timeGenerated', 'time'],
  },
  {
    name: '_ResourceId',
    type: 'string',
    ...open,
    meaning: 'Azure resource id of the API Management instance.',
    exported: ['resourceId'],
  },
  {
    name: 'Region',
    type: 'string',
    ...open,
    meaning: 'Azure region of the gateway, or the location name of a self-hosted gateway.',
    exported: ['region', 'location'],
  },
  {
    name: 'CorrelationId',
    type: 'string',
    ...open,
    meaning: 'Unique id of the request; the activityId that a caller sees in a 500 answer.',
    exported: ['correlationId'],
  },
  {
    name: 'IsRequestSuccess',
    type: 'bool',
    ...open,
    meaning:
      'True when the request finished with 2xx or 3xx; also true when the answer broke off after its headers.',
    exported: ['isRequestSuccess'],
  },
  {
    name: 'TotalTime',
    type: 'long',
    unit: 'ms',
    ...open,
    meaning: 'From the first byte received to the last byte sent to the client.',
    exported: ['totalTime', 'durationMs'],
  },
  {
    name: 'BackendTime',
    type: 'long',
    unit: 'ms',
    ...open,
    meaning: 'Backend I/O: connect, send and receive. Missing when there was none.',
    exported: ['backendTime'],
  },
  {
    name: 'ClientTime',
    type: 'long',
    unit: 'ms',
    ...open,
    meaning: 'Client I/O: connect, send and receive.',
    exported: ['clientTime'],
  },
  { name: 'CacheTime', type: 'long', unit: 'ms', ...open, meaning: 'Cache I/O.', exported: ['cacheTime'] },
  {
    name: 'CallerIpAddress',
    type: 'string',
    ...personal,
    meaning: 'Immediate caller, possibly a proxy or an application gateway.',
    exported: ['callerIpAddress'],
  },
  {
    name: 'Method',
    type: 'string',
    ...open,
    meaning: 'Method of the incoming request.',
    exported: ['method'],
  },
  { name: 'Url', type: 'string', ...url, meaning: 'Address of the incoming request.', exported: ['url'] },
  {
    name: 'ClientProtocol',
    type: 'string',
    ...open,
    meaning: 'Protocol of the incoming request.',
    exported: ['clientProtocol'],
  },
  {
    name: 'ResponseCode',
    type: 'int',
    ...open,
    meaning: 'Status sent to the client; 0 when nothing was sent.',
    exported: ['responseCode'],
  },
  {
    name: 'BackendMethod',
    type: 'string',
    ...open,
    meaning: 'Method of the request to the backend.',
    exported: ['backendMethod'],
  },
  {
    name: 'BackendUrl',
    type: 'string',
    ...url,
    meaning: 'Address of the request to the backend; the last attempt only.',
    exported: ['backendUrl'],
  },
  {
    name: 'BackendResponseCode',
    type: 'int',
    ...open,
    meaning:
      'Status received from the backend; missing (in some exports 0) when no answer came; the last attempt only.',
    exported: ['backendResponseCode'],
  },
  {
    name: 'BackendId',
    type: 'string',
    ...open,
    meaning: 'Backend entity; for a pool the member that was used.',
    exported: ['backendId'],
  },
  {
    name: 'ApiId',
    type: 'string',
    ...open,
    meaning: 'API; empty when nothing matched.',
    exported: ['apiId'],
  },
  {
    name: 'ApiRevision',
    type: 'string',
    ...open,
    meaning: 'Revision of the API.',
    exported: ['apiRevision'],
  },
  {
    name: 'OperationId',
    type: 'string',
    ...open,
    meaning: 'Operation; empty when nothing matched.',
    exported: ['operationId'],
  },
  { name: 'ProductId', type: 'string', ...open, meaning: 'Product.', exported: ['productId'] },
  {
    name: 'ApimSubscriptionId',
    type: 'string',
    ...open,
    meaning: 'Subscription in API Management, not the Azure subscription.',
    exported: ['apimSubscriptionId'],
  },
  { name: 'Cache', type: 'string', ...open, meaning: 'hit, miss or none.', exported: ['cache'] },
  {
    name: 'LastErrorElapsed',
    type: 'long',
    unit: 'ms',
    ...open,
    meaning: 'From the request being received to the error.',
    exported: ['lastError.elapsed'],
  },
  {
    name: 'LastErrorSource',
    type: 'string',
    ...open,
    meaning: 'Policy or internal handler that raised the error.',
    exported: ['lastError.source'],
  },
  {
    name: 'LastErrorScope',
    type: 'string',
    ...open,
    meaning: 'Policy document: global, workspace, product, api or operation.',
    exported: ['lastError.scope'],
  },
  {
    name: 'LastErrorSection',
    type: 'string',
    ...open,
    meaning: 'inbound, backend, outbound or on-error.',
    exported: ['lastError.section'],
  },
  {
    name: 'LastErrorReason',
    type: 'string',
    ...open,
    meaning: 'Machine-friendly reason; token policies put whole sentences here.',
    exported: ['lastError.reason'],
  },
  {
    name: 'LastErrorMessage',
    type: 'string',
    ...open,
    meaning: 'Human text of the error.',
    exported: ['lastError.message'],
  },
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
}

export type ColumnValues = { readonly [C in Column as C['name']]: ValueOf[C['type']] };
