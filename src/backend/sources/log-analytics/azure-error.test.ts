import { azureError, retryAfter } from './azure-error';
import { TransportError } from './http-client';

const about = { host: 'api.example', tables: ['ApiManagementGatewayLogs'], seconds: 60 };
const failed = (statusCode: number, body: string, headers: Record<string, string> = {}) => ({
  statusCode,
  response: { bodyAsText: body, headers: { get: (name: string) => headers[name] } },
});
const nested = (code: string, message: string) =>
  JSON.stringify({
    error: {
      code: 'BadArgumentError',
      message: 'The request had some invalid properties',
      correlationId: 'id-1',
      innererror: { code: 'SemanticError', message: 'A semantic error.', innererror: { code, message } },
    },
  });
const missing = nested(
  'SEM0100',
  "Failed to resolve table or column expression named 'ApiManagementGatewayLogs'.",
);

it('tells the innermost message, its code and the correlation id', () => {
  expect(azureError(failed(400, missing), about)).toMatchObject({
    code: 'azure-table-missing',
    message:
      "There is no table ApiManagementGatewayLogs, or the identity may not see it: Failed to resolve table or column expression named 'ApiManagementGatewayLogs' (SEM0100, correlation id id-1).",
    fault: 'downstream',
  });
}); // prettier-ignore

it.each([
  ['both tables', failed(400, missing), { ...about, tables: [...about.tables, 'AzureDiagnostics'] }, 'azure-tables-missing'],
  ['a column', failed(400, nested('SEM0100', "Failed to resolve scalar expression named 'X'")), about, 'azure-query-refused'],
  ['Basic plan', failed(400, nested('UnsupportedApiQueryValidationError', 'x')), about, 'azure-table-basic'],
  ['result too large', failed(400, nested('-2133196797', 'x')), about, 'azure-too-large'],
  ['gateway without a word', failed(504, '<html>'), about, 'azure-too-slow'],
  ['HTML', failed(403, '<html>'), about, 'azure-answer-unreadable'],
  ['teapot', failed(418, '{"error":{"code":"Teapot"}}'), about, 'azure-service-failed'],
  ['a text for an error', failed(500, '{"error":"text"}'), about, 'azure-answer-unreadable'],
  ['expired certificate', new TransportError('unreachable', 'CERT_HAS_EXPIRED'), about, 'azure-certificate'],
  ['no name', new TransportError('unreachable', 'ENOTFOUND'), about, 'azure-unreachable'],
  ['anything thrown', new TypeError('x is not iterable'), about, 'azure-answer-unreadable'],
])('%s', (_, problem, circumstances, code) => {
  expect(azureError(problem, circumstances).code).toBe(code);
}); // prettier-ignore

it('reads how long to wait, as seconds or as a time', () => {
  const now = Date.UTC(2026, 10, 1, 12);
  const given = (value: string) => retryAfter(failed(429, '', { 'retry-after': value }), now);
  expect([given('7'), given('Sun, 01 Nov 2026 12:00:05 GMT'), given('soon')]).toEqual([
    7000,
    5000,
    undefined,
  ]);
  expect(retryAfter(failed(429, ''), now)).toBeUndefined();
});

it('reads a time by the clock of who gave it', () => {
  const headers = { 'retry-after': 'Sun, 01 Nov 2026 12:00:05 GMT', date: 'Sun, 01 Nov 2026 12:00:00 GMT' };
  expect(retryAfter(failed(429, '', headers), Date.UTC(2026, 10, 1, 12, 10))).toBe(5000);
});

const deep = `${'{"innererror":'.repeat(50_000)}{"code":"Deep"}${'}'.repeat(50_000)}`;
it.each([
  ['numbers for texts', '{"code":5,"message":{"a":1},"correlationId":[2]}', 'no reason given (no code)'],
  ['texts for objects', '{"code":"C","message":"m","innererror":"x","details":"y"}', 'm (C)'],
  ['nothing where something should be', '{"code":"C","innererror":null,"details":null}', 'no reason given (C)'],
  ['more levels than anybody needs', deep, 'no reason given (no code)'],
  ['long texts', JSON.stringify({ code: 'c'.repeat(1e6), message: 'm\n'.repeat(1e6) }), `${'m '.repeat(300)} (${'c'.repeat(100)})`],
])('tells an error with %s', (_, error, told) => {
  const { code, message } = azureError(failed(500, `{"error":${error}}`), about);
  expect([code, message]).toEqual(['azure-service-failed', `The query service failed: ${told}.`]);
}); // prettier-ignore
