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
});

it('takes what does not fit as missing', () => {
  const row = canonicalRow({
    responseCode: 'x',
    totalTime: [1],
    isRequestSuccess: 'yes',
    time: 'noon',
    url: null,
  });
  expect(row).toEqual(rowWith({}));
});

it('does not take other JSON for gateway records', () => {
  expect([canonicalRow({}), canonicalRow({ level: 'info', message: 'started' }), canonicalRow([])]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
