import { canonicalRow, rowWith } from './canonical-row';
import {
  beginsContainerEntry,
  containerRecord,
  isContainerLog,
  objectEntry,
  unwrapped,
  withoutShown,
} from './container-log';

const OLDER = `[Info] 2021-09-14T02:59:23.892, isRequestSuccess: False, totalTime: 20035, category: GatewayLogs, callerIpAddress: 172.17.0.1, timeGenerated: 09/14/2021 14:59:23, region: nn-onprem, correlationId: c1, method: GET, url: https://127.0.0.1:7002/a,b?x=1, responseCode: 500, cache: none, apiId: self-hosted-api, clientTime: 2, lastError: {
  "elapsed": 20022,
  "source": "request-forwarder",
  "path": "forward-request\\\\forward-request",
  "reason": "BackendConnectionFailure",
  "message": "connection timed out: 172.16.1.5:3001",
  "section": "backend"
}, errors: [
  {
    "elapsed": 20022,
    "message": "connection timed out: {}"
  }
]`;
const NEWER =
  '2025-01-24T09:45:41Z [Info] 2025-01-24T09:45:41.035 [GatewayLogs], isRequestSuccess: true, totalTime: 451569, category: "GatewayLogs", timeGenerated: 2025-01-24T09:45:41.035, region: "Any, where: here", correlationId: "c2", responseCode: 200, url: "http://localhost/\\"quoted\\"", correlationId: c2';

it('reads the older form, with bare texts, a 12-hour clock before it and JSON over several lines', () => {
  expect(canonicalRow(containerRecord(OLDER) ?? {})).toEqual(
    rowWith({
      TimeGenerated: Date.UTC(2021, 8, 14, 14, 59, 23),
      Category: 'GatewayLogs',
      Region: 'nn-onprem',
      CorrelationId: 'c1',
      IsRequestSuccess: false,
      TotalTime: 20035,
      ClientTime: 2,
      CallerIpAddress: '172.17.0.1',
      Method: 'GET',
      Url: 'https://127.0.0.1:7002/a,b?x=1',
      ResponseCode: 500,
      ApiId: 'self-hosted-api',
      Cache: 'none',
      LastErrorElapsed: 20022,
      LastErrorSource: 'request-forwarder',
      LastErrorSection: 'backend',
      LastErrorReason: 'BackendConnectionFailure',
      LastErrorMessage: 'connection timed out: 172.16.1.5:3001',
      Errors: '[{"elapsed":20022,"message":"connection timed out: {}"}]',
    }),
  );
});

it('reads the newer form, with a tag, quoted texts and what a container runtime puts before it', () => {
  expect(containerRecord(NEWER)).toEqual({
    isRequestSuccess: 'true',
    totalTime: '451569',
    category: 'GatewayLogs',
    timeGenerated: '2025-01-24T09:45:41.035',
    region: 'Any, where: here',
    correlationId: 'c2',
    responseCode: '200',
    url: 'http://localhost/"quoted"',
  });
});

it('reads what is left of an entry that was cut, unless its error is not whole', () => {
  const cut =
    ' IpAddress: 1, responseCode: 500, lastError: {\n "reason": "Timeout" }, errors: [\n {"reason": "Tim';
  expect(containerRecord(cut)).toEqual({
    IpAddress: '1',
    responseCode: '500',
    lastError: { reason: 'Timeout' },
  });
  expect(containerRecord(cut.slice(0, cut.indexOf('out')))).toBeUndefined();
});

it.each(['Fal', 'False, responseCode: 5'])(
  'reads nothing of an entry that was cut within its outcome: %s',
  (rest) => {
    expect(
      containerRecord(`[Info] 2026-11-26T22:00:00.000 [GatewayLogs], isRequestSuccess: ${rest}`),
    ).toBeUndefined();
  },
);

it.each(['[Info] 11/26/2026 10:00:00 PM, ', '11/26/2026 10:00:00 PM [Info] ', ''])(
  'begins an entry at its first pair, whatever stands before it: “%s”',
  (before) => {
    const line = `${before}isRequestSuccess: False, responseCode: 500`;
    expect(beginsContainerEntry(line)).toBe(true);
    expect(containerRecord(line)).toEqual({ isRequestSuccess: 'False', responseCode: '500' });
  },
);

it('begins no entry within the texts of an error', () => {
  expect(beginsContainerEntry('  "message": "x, isRequestSuccess: True, responseCode: 200"')).toBe(false);
});

it('goes on after characters that other programs take for the end of a line', () => {
  const entry = 'url: https://a/\u2028b\rc, responseCode: 500';
  expect(containerRecord(entry)).toEqual({ url: 'https://a/\u2028b\rc', responseCode: '500' });
});

it.each([
  ['[Info] 2021-06-3T03:25:14.636 [TenantStarted], message: 60b8', true],
  ['[Error]2021-08-29T12:47:23.554 [Error], exception: x', true],
  ['banner\n responseCode: 500', true],
  ['[pod/gateway-7d9/gateway] [Info] 2021-06-3T03:25:14.636 [TenantStarted], message: 60b8', true],
  ['[pod/gateway-7d9/gateway] {"responseCode":500}', true],
  ['[{"a":1}]', false],
  ['hello', false],
])('%j is a container log: %s', (text, expected) => {
  expect(isContainerLog(text)).toBe(expected);
});

it.each([
  ['2024-05-01T08:00:00.1Z stdout F a b', { stream: 'stdout', text: 'a b', goesOn: false }],
  ['2024-05-01T08:00:00+02:00 stderr P a', { stream: 'stderr', text: 'a', goesOn: true }],
  ['2024-05-01T08:00:00Z stdout F', { stream: 'stdout', text: '', goesOn: false }],
  ['{"log":"a\\n","stream":"stdout","time":"t"}', { stream: 'stdout', text: 'a', goesOn: false }],
  ['{"stream": "stderr", "log": "a"}', { stream: 'stderr', text: 'a', goesOn: true }],
  ['{"log":"a"}', undefined],
  ['2024-05-01T08:00:00Z [Info] x', undefined],
])('takes what runtimes store apart: %s', (line, expected) => {
  expect(unwrapped(line)).toEqual(expected);
});

it.each([
  ['2024-05-01T08:00:00.123456789Z   "reason": "x"', '  "reason": "x"'],
  ['[pod/gateway-7d9/gateway]   "reason": "x"', '  "reason": "x"'],
  ['gateway-1  |   "reason": "x"', '  "reason": "x"'],
  ['gateway-1  | 2024-05-01T08:00:00+02:00 }, errors: [', '}, errors: ['],
  ['  "reason": "a | b"', '  "reason": "a | b"'],
  ['[Info] 2024-05-01T08:00:00, x: y', '[Info] 2024-05-01T08:00:00, x: y'],
])('leaves out what is shown before a line: %s', (line, expected) => {
  expect(withoutShown(line)).toBe(expected);
});

it.each([
  ['{"responseCode":500}', { responseCode: 500 }],
  ['2024-05-01T08:00:00Z {"responseCode":500} ', { responseCode: 500 }],
  ['[Info] 2026-11-01T08:00:00.123 [GatewayLogs], {"responseCode":500}', { responseCode: 500 }],
  ['{"responseCode":500', undefined],
  ['[Info] 2026-11-01T08:00:00, lastError: {"a":1}', undefined],
  ['x', undefined],
])('finds the object of an entry: %s', (line, expected) => {
  expect(objectEntry(line)).toEqual(expected);
});
