import { rowWith } from '../log';
import { builtinCatalogue, checkText, type Scenario } from '../scenarios';
import { explain } from './explain';
import type { Explanation } from './explanation';
import { generalHints } from './general-hints';

const explained = (...[values]: Parameters<typeof rowWith>) => explain(rowWith(values), builtinCatalogue);
const scenario = (id: string) => builtinCatalogue.scenarios.find((one) => one.id === id) as Scenario;

it('explains a failed row: why, by which rule, with which errors, times, hints and texts', () => {
  const { causes, checks, remediation, policies, links, notes, summary } =
    scenario('policy-expression-failure');
  const expected: Explanation = {
    classification: {
      outcome: 'failed',
      scenario: 'policy-expression-failure',
      family: 'policy',
      confidence: 'high',
      basis: 'reason',
    },
    because: 'The caller got status 500.',
    outcome: [expect.objectContaining({ kind: 'any', holds: true })],
    rule: {
      kind: 'comparison',
      holds: true,
      column: 'LastErrorReason',
      seen: 'ExpressionValueEvaluationFailure',
      says: 'starts (in any case) with “ExpressionValue”',
    },
    scenario: {
      id: 'policy-expression-failure',
      title: 'Policy expression failed',
      family: 'Policy',
      owner: 'API publisher',
      severity: 'critical',
      summary,
      causes,
      checks: checks.map(checkText),
      remediation,
      policies,
      links,
      notes,
    },
    hints: [
      'The backend failed first, and a policy expression then could not cope with there being no answer: mend the backend’s failure, and let the expression expect it.',
    ],
    time: {
      total: 100,
      parts: [
        { part: 'backend', ms: 90, logged: 90 },
        { part: 'client', ms: 10, logged: 30 },
        { part: 'cache', ms: 0, logged: null },
        { part: 'gateway', ms: 0, logged: null },
      ],
      clamped: true,
    },
    errors: [
      {
        reason: 'Timeout',
        message: 'at https://b/x?…',
        source: 'forward-request',
        section: '',
        elapsed: 80,
      },
      {
        reason: 'ExpressionValueEvaluationFailure',
        message: 'Expression evaluation failed.',
        source: 'retry',
        section: '',
        elapsed: null,
      },
    ],
    facts: expect.arrayContaining([
      {
        column: 'Url',
        value: '/orders?…',
        meaning: 'Address of the incoming request.',
        evidence: expect.any(Boolean),
      },
      {
        column: 'TotalTime',
        value: '100',
        unit: 'ms',
        meaning: 'From the first byte received to the last byte sent to the client.',
        evidence: expect.any(Boolean),
      },
    ]),
  };
  const row = {
    ResponseCode: 500,
    Url: '/orders?token=secret',
    TotalTime: 100,
    BackendTime: 90,
    ClientTime: 30,
    LastErrorReason: 'ExpressionValueEvaluationFailure',
    LastErrorMessage: 'Expression evaluation failed.',
    LastErrorSource: 'retry',
    Errors:
      '[{"elapsed":80,"source":"forward-request","reason":"Timeout","message":"at https://b/x?sig=secret"},{"reason":"ExpressionValueEvaluationFailure"}]',
  };
  expect(explained(row)).toEqual(expected);
  expect(JSON.stringify(explained(row))).not.toContain('secret');
  expect(JSON.stringify(explain(rowWith(row), builtinCatalogue, { queryStrings: true }))).toContain(
    'sig=secret',
  );
});

it.each([
  ['none', {}, []],
  ['the columns of the last one', { LastErrorReason: 'b' }, [['b', '']]],
  ['the list', { Errors: '[{"reason":"a"},{"reason":"b"}]' }, [['a', ''], ['b', '']]],
  ['both', { Errors: '[{"reason":"a"},{"reason":"b","message":"m"}]', LastErrorReason: 'b' }, [['a', ''], ['b', 'm']]],
  ['a list without the last one', { Errors: '[{"reason":"a"}]', LastErrorReason: 'b' }, [['a', ''], ['b', '']]],
])('tells errors in order from %s', (_, row, expected) => {
  const { errors } = explained({ ResponseCode: 500, ...row });
  expect(errors.map(({ reason, message }) => [reason, message])).toEqual(expected);
}); // prettier-ignore

it('explains a row that succeeded by the conditions that did not hold', () => {
  const {
    outcome,
    rule,
    scenario: none,
    hints,
    time,
    errors,
    because,
  } = explained({ ResponseCode: 204, BackendUrl: 'x' });
  expect({ rule, none, hints, time, errors, because, held: outcome.map((one) => one.holds) }).toEqual({
    hints: [],
    errors: [],
    because:
      'The caller got a complete answer with status 204, and the gateway recorded no reason for an error.',
    held: [false, false],
  });
});

it('has texts for a row that no rule explains', () => {
  const {
    classification,
    rule,
    scenario: texts,
  } = explained({ ResponseCode: 500, LastErrorMessage: 'whatever' });
  expect([classification.scenario, rule, texts?.id]).toEqual(['unclassified', undefined, 'unclassified']);
});

it('tells first of which remedy the scenario’s own hints are', () => {
  const row = {
    ResponseCode: 429,
    LastErrorReason: 'OpenAITokenLimitExceeded',
    LastErrorMessage: 'Token limit is exceeded.',
    Url: 'https://x/?subscription-key=1',
  };
  expect(explained(row).hints).toEqual([
    'The message names no time to try again: this single request is larger than the limit, and retrying never helps.',
    'The address carries a key in its query string, which is now in the log. Let callers send keys in a header.',
  ]);
});

it.each<[string, Parameters<typeof rowWith>[0], string]>([
  ['nothing was sent', { ResponseCode: 0 }, 'Nothing was sent to the caller (status 0).'],
  ['the client left', { ResponseCode: 200, LastErrorReason: 'ClientConnectionFailure' }, 'The caller left before it had the complete answer; status 200 was on its way.'],
  ['broken off', { ResponseCode: 200, LastErrorSource: 'transfer-response' }, 'The answer broke off while it was transferred; status 200 was on its way.'],
  ['no status', { LastErrorReason: 'Timeout' }, 'No status was logged, and the gateway recorded a failure.'],
  ['masked', { ResponseCode: 200, LastErrorReason: 'Timeout' }, 'The caller got status 200 although the gateway recorded an error (Timeout): a policy hid it, or a retry recovered.'],
])('says why: %s', (_, row, expected) => {
  expect(explained(row).because).toBe(expected);
}); // prettier-ignore

it.each<[string, Parameters<typeof rowWith>[0], string]>([
  ['an empty 200 without an API', { ResponseCode: 200, Method: 'GET' }, 'expired token'],
  ['a 200 without a backend', { ResponseCode: 200, ApiId: 'a', BackendResponseCode: 0 }, 'forward-request is missing'],
  ['a preflight', { ResponseCode: 200, Method: 'OPTIONS' }, 'CORS preflight'],
  ['a stream', { ResponseCode: 200, Method: 'GET', TotalTime: 70_000, LastErrorReason: 'ClientConnectionFailure', LastErrorSource: 'transfer-response' }, 'may be a stream'],
  ['a time-out of .NET', { LastErrorReason: 'ClientConnectionFailure', LastErrorElapsed: 100_010 }, 'HttpClient'],
  ['a time-out of 30 s', { LastErrorReason: 'ClientConnectionFailure', LastErrorElapsed: 30_010 }, 'usual time limit'],
  ['a scanner', { ResponseCode: 404, LastErrorReason: 'OperationNotFound', Url: 'https://x/.env', ApiId: 'a' }, 'scanners'],
  ['a cold start', { ResponseCode: 500, TotalTime: 230_100 }, 'cold start'],
  ['a rewritten status', { ResponseCode: 400, LastErrorReason: 'Timeout' }, 'go by reason and message'],
  ['send-request', { ResponseCode: 500, LastErrorReason: 'Timeout', LastErrorSource: 'send-request' }, 'send-request'],
  ['an idle connection', { ResponseCode: 500, BackendTime: 240_000, LastErrorReason: 'BackendConnectionFailure' }, 'load balancer'],
])('has a general hint for %s', (_, row, words) => {
  expect(explained(row).hints.filter((text) => text.includes(words))).toHaveLength(1);
}); // prettier-ignore

it('has no general hint for the answer of a cache', () => {
  expect(explained({ ResponseCode: 200, Cache: 'hit', ApiId: 'a' }).hints).toEqual([]);
});

const stream = 'looks like a stream';
const refused = 'typical of a key, filter or rate policy';
it.each<[string, Parameters<typeof rowWith>[0], string, number]>([
  ['minutes of an answer', { ResponseCode: 200, LastErrorReason: 'ClientConnectionFailure', LastErrorSource: 'transfer-response', TotalTime: 299_900 }, stream, 1],
  ['minutes of waiting', { Method: 'POST', LastErrorReason: 'ClientConnectionFailure', LastErrorSource: 'forward-request', TotalTime: 299_990, BackendTime: 299_900 }, stream, 0],
  ['a bare 401', { ResponseCode: 401, TotalTime: 2 }, refused, 1],
  ['a 401 after the backend answered', { ResponseCode: 401, BackendResponseCode: 200, TotalTime: 15 }, refused, 0],
  ['a token policy whose connection failed', { ResponseCode: 401, LastErrorSource: 'validate-jwt', LastErrorReason: 'BackendConnectionFailure' }, 'OpenID', 1],
])('of %s says what is known, and no more', (_, row, words, number) => {
  expect(explained(row).hints.filter((text) => text.includes(words))).toHaveLength(number);
}); // prettier-ignore

const noAnswer = {
  LastErrorReason: 'BackendConnectionFailure',
  LastErrorMessage: 'Unable to connect to the remote server',
  Url: 'https://Api.contoso.example/a',
};
it.each<[string, Parameters<typeof rowWith>[0], number]>([
  ['by the name that the caller used', { BackendUrl: 'https://api.contoso.example:443/b' }, 1],
  ['by its own name', { _ResourceId: '/subscriptions/x/resourceGroups/y/providers/Microsoft.ApiManagement/service/Contoso', BackendUrl: 'https://contoso.azure-api.net/b' }, 1],
  ['nowhere', { BackendUrl: 'https://orders.contoso.example/b' }, 0],
  ['in a policy’s own call', { BackendUrl: 'https://api.contoso.example/b', LastErrorSource: 'send-request' }, 0],
  ['with another failure', { BackendUrl: 'https://api.contoso.example/b', LastErrorMessage: 'Connection refused' }, 0],
  ['nowhere, as no address is logged', { Url: '' }, 0],
])('tells of a gateway that calls itself: %s', (_, row, number) => {
  const { hints } = explained({ ResponseCode: 500, ...noAnswer, ...row });
  expect(hints.filter((text) => text.includes('gateway’s own'))).toHaveLength(number);
}); // prettier-ignore

it('repeats no hint of a scenario', () => {
  const texts = [...generalHints, ...builtinCatalogue.scenarios.flatMap(({ hints }) => hints)].map(
    ({ text }) => text,
  );
  expect(new Set(texts).size).toBe(texts.length);
});

it.each([
  ['validate-jwt', 'JWT Validation Failed: IDX20803: Unable to obtain configuration from: x', 1],
  ['forward-request', 'Could not establish trust relationship for the SSL/TLS secure channel.', 0],
  ['forward-request', "The remote name could not be resolved: 'orders.example'", 0],
])('speaks of the issuer of tokens only where a policy looked at one: %s', (source, message, number) => {
  const { hints } = explained({ ResponseCode: 500, LastErrorSource: source, LastErrorMessage: message });
  expect(hints.filter((text) => text.includes('OpenID'))).toHaveLength(number);
});

it.each([
  ['NotTimeValid', ['expired']],
  ['RevocationStatusUnknown, OfflineRevocation', ['was revoked']],
  ['UntrustedRoot', ['not trusted']],
  ['RemoteCertificateChainErrors', ['does not say for what']],
  ['RemoteCertificateNameMismatch', ['another name']],
  ['RemoteCertificateNameMismatch, PartialChain', ['another name', 'not trusted']],
])('tells of a certificate with %s what to do', (states, words) => {
  const { hints } = explained({
    ResponseCode: 500,
    LastErrorReason: 'BackendConnectionFailure',
    LastErrorMessage: `The remote certificate is invalid because of errors in the certificate chain: ${states}`,
  });
  expect(hints).toEqual(words.map((text) => expect.stringContaining(text) as string));
});
