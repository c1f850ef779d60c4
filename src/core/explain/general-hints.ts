/**
 * Hints that may hold for a row of any scenario, or of none: what real gateways were seen to do. Plain data; none repeats
 * what the hint of a scenario says.
 */
import type { Predicate } from '../predicate';
import { saysNoConfiguration, tokenPolicy, type Hint } from '../scenarios';

const noError: Predicate = {
  all: [
    { column: 'LastErrorReason', op: 'isPresent', value: false },
    { column: 'LastErrorMessage', op: 'isPresent', value: false },
  ],
};
const noBackend: Predicate = {
  all: [
    { column: 'BackendUrl', op: 'isPresent', value: false },
    // Some exports write 0 where no answer came.
    { not: { column: 'BackendResponseCode', op: 'atLeast', value: 1 } },
    { not: { column: 'Cache', op: 'equalsIgnoreCase', value: 'hit' } },
  ],
};
const status = (value: number): Predicate => ({ column: 'ResponseCode', op: 'equals', value });
const preflight: Predicate = { column: 'Method', op: 'equals', value: 'OPTIONS' };
const clientLeft: Predicate = { column: 'LastErrorReason', op: 'equals', value: 'ClientConnectionFailure' };
const urlHas = (...texts: readonly string[]): Predicate => ({
  any: texts.map((value) => ({ column: 'Url', op: 'containsIgnoreCase', value })),
});
const after = (from: number, to: number): Predicate => ({
  any: (['LastErrorElapsed', 'TotalTime'] as const).map((column) => ({
    column,
    op: 'between',
    value: [from, to],
  })),
});

export const generalHints: readonly Hint[] = [
  {
    when: { all: [status(200), noError, noBackend, { not: preflight }, { column: 'ApiId', op: 'isPresent', value: true }] },
    text: 'Answered without a call to the backend: a policy answered (return-response, mock-response), or forward-request is missing from the policies.',
  },
  {
    when: { all: [status(200), noError, noBackend, { not: preflight }, { column: 'ApiId', op: 'isPresent', value: false }] },
    text: 'Status 200 without an API and without a backend: a self-hosted gateway that was started with an expired token answers every call like this, with an empty body.',
  },
  {
    when: { all: [status(200), noError, noBackend, preflight] },
    text: 'The gateway answered the CORS preflight itself. A refused origin also gets 200, only without the headers that allow it; it never is an error in the log.',
  },
  {
    when: {
      all: [
        clientLeft,
        { column: 'Method', op: 'equals', value: 'GET' },
        { column: 'TotalTime', op: 'between', value: [60_000, 239_999] },
        { column: 'DisconnectPhase', op: 'equals', value: 'transferring' },
        { not: urlHas('/mcp', '/sse') },
      ],
    },
    text: 'A GET that was sending its answer for a minute or more may be a stream (server-sent events); clients end those by leaving, which is probably harmless.',
  },
  {
    when: { all: [clientLeft, after(99_000, 101_500)] },
    text: 'It ended after 100 s, which is what .NET’s HttpClient waits unless it is told otherwise.',
  },
  {
    when: { all: [clientLeft, after(29_500, 30_500)] },
    text: 'It ended after 30 s, a usual time limit of clients and proxies.',
  },
  {
    when: {
      all: [
        { column: 'LastErrorReason', op: 'equals', value: 'OperationNotFound' },
        urlHas('/favicon.ico', '/robots.txt', '.php', '/.env', '/.git', '/wp-', '/cgi-bin', '/actuator', '/phpmyadmin', '/.well-known/security'),
      ],
    },
    text: 'A typical path of browsers and scanners that try every public host: most likely no caller of yours.',
  },
  {
    when: {
      all: [
        status(500),
        noError,
        { not: { column: 'BackendResponseCode', op: 'atLeast', value: 1 } },
        { column: 'TotalTime', op: 'between', value: [225_000, 245_000] },
      ],
    },
    text: 'In the Consumption tier the first call after a pause was seen to end like this, about 230 s later and with no error recorded (cold start).',
  },
  {
    when: {
      all: [
        { column: 'LastErrorReason', op: 'oneOf', value: ['BackendConnectionFailure', 'Timeout'] },
        { column: 'ResponseCode', op: 'between', value: [400, 999] },
        { not: { column: 'ResponseCode', op: 'between', value: [500, 504] } },
      ],
    },
    text: 'The status was chosen on the way (a policy in on-error, or the portal’s test console): go by reason and message, not by the status.',
  },
  {
    when: {
      all: [
        { column: 'LastErrorSource', op: 'equals', value: 'send-request' },
      ],
    },
    text: 'The error comes from a call that a policy makes with send-request; BackendUrl and BackendResponseCode tell of the forwarded request, not of that call.',
  },
  {
    when: {
      all: [
        noError,
        {
          any: [
            { column: 'FirstErrorReason', op: 'isPresent', value: true },
            { column: 'FirstErrorMessage', op: 'isPresent', value: true },
          ],
        },
      ],
    },
    text: 'The list of errors (Errors) names one although the columns of the last error are empty: read that first.',
  },
  {
    when: {
      all: [
        tokenPolicy,
        { any: [saysNoConfiguration, { column: 'LastErrorReason', op: 'oneOf', value: ['BackendConnectionFailure', 'Timeout'] }] },
      ],
    },
    text: 'The gateway could not read the OpenID configuration or the keys of the token’s issuer, so that it judged no token: look for DNS, firewall or a wrong openid-config address, not at the caller.',
  },
  {
    when: {
      all: [
        { column: 'FirstErrorReason', op: 'oneOf', value: ['Timeout', 'BackendConnectionFailure'] },
        { column: 'LastErrorReason', op: 'startsWith', value: 'ExpressionValue' },
      ],
    },
    text: 'The backend failed first, and a policy expression then could not cope with there being no answer: mend the backend’s failure, and let the expression expect it.',
  },
  {
    when: {
      all: [
        { column: 'BackendTime', op: 'between', value: [235_000, 245_000] },
        { not: { column: 'LastErrorReason', op: 'equals', value: 'Timeout' } },
      ],
    },
    text: 'The backend took about 240 s, when Azure’s load balancer drops a connection on which nothing is sent: longer time limits in the policy do not help.',
  },
  {
    when: urlHas('subscription-key=', '&sig=', '?sig=', '?code=', '&code='),
    text: 'The address carries a key in its query string, which is now in the log. Let callers send keys in a header.',
  },
]; // prettier-ignore
