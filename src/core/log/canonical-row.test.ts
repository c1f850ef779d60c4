import { canonicalRow, rowWith } from './canonical-row';

const exported = {
  time: '2026-11-01T08:00:00.1234567Z',
  resourceId: '/SUBSCRIPTIONS/S/RESOURCEGROUPS/G/PROVIDERS/MICROSOFT.APIMANAGEMENT/SERVICE/CONTOSO',
  correlationId: 'c1',
  isRequestSuccess: false,
  durationMs: '21055',
  properties: {
    responseCode: '500.0',
    backendUrl: 'https://Orders.Contoso.net:8443/v1?sig=x',
    lastError: { reason: 'Timeout', elapsed: 21040 },
  },
};

it('reads an exported record, nested and with numbers as text', () => {
  expect(canonicalRow(exported)).toEqual(
    rowWith({
      TimeGenerated: Date.UTC(2026, 10, 1, 8, 0, 0, 123),
      _ResourceId: exported.resourceId,
      CorrelationId: 'c1',
      IsRequestSuccess: false,
      TotalTime: 21055,
      ResponseCode: 500,
      BackendUrl: 'https://Orders.Contoso.net:8443/v1?sig=x',
      LastErrorReason: 'Timeout',
      LastErrorElapsed: 21040,
    }),
  );
});

it('reads a flat record of a self-hosted gateway', () => {
  const row = canonicalRow({ responseCode: 500, region: 'on-premises', lastError: { message: 'x' } });
  expect(row).toEqual(rowWith({ ResponseCode: 500, Region: 'on-premises', LastErrorMessage: 'x' }));
});

it('reads a row of the resource-specific table', () => {
  const row = canonicalRow({
    ResponseCode: 404,
    LastErrorReason: 'OperationNotFound',
    _ResourceId: '/a/b/c/d/e/f/g/X/Y',
  });
  expect(row).toEqual(
    rowWith({ ResponseCode: 404, LastErrorReason: 'OperationNotFound', _ResourceId: '/a/b/c/d/e/f/g/X/Y' }),
  );
});

it('takes the portal’s names of errors, which alone make no gateway record', () => {
  expect(canonicalRow({ ResponseCode: 500, ErrorReason: 'Timeout', LastErrorReason: '' })).toEqual(
    rowWith({ ResponseCode: 500, LastErrorReason: 'Timeout' }),
  );
  expect(canonicalRow({ ErrorMessage: 'disk full' })).toBeUndefined();
});

it('derives service and backend host', () => {
  const row = canonicalRow(exported);
  expect([row?.Service, row?.BackendHost]).toEqual(['contoso', 'orders.contoso.net']);
});

it.each([
  ['https://user:pw@h.example/x', 'h.example'],
  ['http://[fe80::1]:80/', '[fe80::1]'],
  ['https://h?x=https://other/', 'h'],
  ['h.example/x', ''],
  ['', ''],
])('host of %s', (url, host) => {
  expect(rowWith({ BackendUrl: url }).BackendHost).toBe(host);
  // The address is not that of a call which a policy made.
  expect(rowWith({ BackendUrl: url, LastErrorSource: 'send-request' }).BackendHost).toBe('');
});

it('takes what does not fit as missing', () => {
  const row = canonicalRow({
    responseCode: '',
    totalTime: [1],
    isRequestSuccess: 'yes',
    time: 'noon',
    url: null,
  });
  expect(row).toEqual(rowWith({}));
});

it.each(['5xx', '1,500', 'OK', true, [500]])('reads no row of which the status is %j', (responseCode) => {
  expect(canonicalRow({ responseCode, isRequestSuccess: true })).toBeUndefined();
});

it('does not take other JSON for gateway records', () => {
  expect([canonicalRow({}), canonicalRow({ level: 'info', message: 'started' }), canonicalRow([])]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

it('does not take records of another category for gateway records, whatever they hold', () => {
  expect([
    canonicalRow({ category: 'GatewayMCPLogs', responseCode: 500 }),
    canonicalRow({ Category: 'GatewayLlmLogs', ResponseCode: 500 }),
    canonicalRow({ Category: 'WebSocketConnectionLogs', responseCode_d: 500 }),
    canonicalRow({ category: 'gatewaylogs', responseCode: 500 })?.ResponseCode,
  ]).toEqual([undefined, undefined, undefined, 500]);
});

it('reads AzureDiagnostics, with what did not fit into its columns', () => {
  const row = canonicalRow({
    ResourceId: '/SUBSCRIPTIONS/S/RESOURCEGROUPS/G/PROVIDERS/MICROSOFT.APIMANAGEMENT/SERVICE/CONTOSO',
    Category: 'GatewayLogs',
    responseCode_d: 500.0,
    DurationMs: 12,
    AdditionalFields: '{"lastError_reason":"Timeout","apiId":"orders","backendTime":"7.0"}',
  });
  expect([
    row?.Service,
    row?.ResponseCode,
    row?.TotalTime,
    row?.LastErrorReason,
    row?.ApiId,
    row?.BackendTime,
  ]).toEqual(['contoso', 500, 12, 'Timeout', 'orders', 7]);
});

it.each([
  ['', ''],
  ['not JSON', ''],
  ['{"reason":"x"}', ''],
  ['[]', ''],
  ['[7,{"reason":"x"}]', ''],
  ['[{"source":"x"},{"reason":"y"}]', ''],
  ['[{"reason":"Timeout"},{"reason":"y"}]', 'Timeout'],
  ['[{"reason":7}]', '7'],
  ['[{"reason":null}]', ''],
  ['[{"reason":{"a":1}}]', '{"a":1}'],
])('first reason of %s', (Errors, reason) => {
  expect(rowWith({ Errors }).FirstErrorReason).toBe(reason);
});

it('reads the first message too, where no reason stands beside it', () => {
  expect(rowWith({ Errors: '[{"message":"timed out"},{"message":"y"}]' })).toMatchObject({
    FirstErrorReason: '',
    FirstErrorMessage: 'timed out',
  });
});

it.each([
  ['forward-request', 'waiting'],
  ['request-forwarder', 'waiting'],
  ['Transfer-Response', 'transferring'],
  ['configuration', ''],
])('phase at %s', (LastErrorSource, phase) => {
  expect(rowWith({ LastErrorSource }).DisconnectPhase).toBe(phase);
});

/** Logged total, backend, client and cache; then the parts of backend, client, cache and gateway, and whether one was clamped. */
it.each([
  [[100, 60, 20, 10], [60, 20, 10, 10], false],
  [[100, 120, 20, 10], [100, 0, 0, 0], true],
  [[100, 60, 50, 10], [60, 40, 0, 0], true],
  [[100, 60, 30, 20], [60, 30, 10, 0], true],
  [[100, null, null, null], [null, null, null, null], false],
  [[100, 0, null, null], [0, 0, 0, 100], false],
  [[100, null, null, 10], [0, 0, 10, 90], false],
  [[100, -5, 20, null], [0, 20, 0, 80], false],
  [[0, 0, 0, 0], [0, 0, 0, 0], false],
  [[null, 60, 20, 10], [null, null, null, null], false],
  [[-1, 60, 20, 10], [null, null, null, null], false],
])(
  'times %j have the parts %j',
  ([TotalTime = null, BackendTime = null, ClientTime = null, CacheTime = null], parts, clamped) => {
    const row = rowWith({ TotalTime, BackendTime, ClientTime, CacheTime });
    expect([row.BackendPart, row.ClientPart, row.CachePart, row.GatewayPart]).toEqual(parts);
    expect(row.IsClamped).toBe(clamped);
  },
);

/** A request whose backend’s time was not logged, and whether it has parts. */
it.each([
  [{ BackendUrl: 'https://orders.contoso.net/' }, false],
  [{ BackendResponseCode: 200 }, false],
  [{ LastErrorSource: 'forward-request' }, false],
  [{ LastErrorReason: 'Timeout' }, false],
  [{ LastErrorReason: 'BackendConnectionFailure' }, false],
  // An answer out of the cache, or of a policy, is transferred without a backend.
  [{ LastErrorSource: 'transfer-response', LastErrorReason: 'ClientConnectionFailure' }, true],
  [{ LastErrorReason: 'RateLimitExceeded' }, true],
])('%j says whether a backend took time', (told, isSplit) => {
  const row = rowWith({ TotalTime: 100, ClientTime: 80, CacheTime: 5, ...told });
  expect([row.BackendPart, row.ClientPart, row.CachePart, row.GatewayPart]).toEqual(
    isSplit ? [0, 80, 5, 15] : [null, null, null, null],
  );
});

it('names statuses as a pair, and addresses without their query strings', () => {
  const row = rowWith({ ResponseCode: 502, Url: 'https://h/x?subscription-key=1?2' });
  expect([row.StatusPair, row.UrlPath]).toEqual(['502/-', 'https://h/x']);
});

it('takes an empty column of AzureDiagnostics for missing where the bag has the value', () => {
  const row = canonicalRow({
    responseCode_d: 500,
    lastError_reason_s: '',
    AdditionalFields: '{"lastError_reason":"Timeout"}',
  });
  expect(row?.LastErrorReason).toBe('Timeout');
});
