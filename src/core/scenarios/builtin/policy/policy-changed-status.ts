import { messageIsEmpty, reasonIsEmpty, sourceIs } from '../../conditions';
import type { Scenario } from '../../scenario';
import { backends, errorHandling, requestTracing } from '../microsoft-links';

export const policyChangedStatus: Scenario = {
  id: 'policy-changed-status',
  title: 'Status chosen by a policy',
  family: 'policy',
  severity: 'warning',
  owner: 'api-publisher',
  summary:
    'The gateway answered with an error status that no backend sent, and recorded no error: most likely a policy decided it.',
  match: [
    {
      at: 'status',
      basis: 'status',
      confidence: 'medium',
      when: {
        all: [
          reasonIsEmpty,
          messageIsEmpty,
          // A policy that is named as the error's source failed; it did not choose.
          sourceIs(''),
          // An earlier error of the request may be the cause.
          { column: 'FirstErrorReason', op: 'isPresent', value: false },
          { column: 'FirstErrorMessage', op: 'isPresent', value: false },
          { column: 'ResponseCode', op: 'atLeast', value: 400 },
          { not: { column: 'BackendResponseCode', op: 'sameAs', value: 'ResponseCode' } },
        ],
      },
    },
  ],
  evidence: [
    'ResponseCode',
    'BackendResponseCode',
    'ApiId',
    'OperationId',
    'ProductId',
    'TotalTime',
    'Errors',
  ],
  causes: [
    'A policy answers or changes the status itself: return-response, set-status, mock-response.',
    'A circuit breaker is open or a backend pool has no member left (503 without a call to the backend).',
    'fail-on-error-status-code turned the backend’s error into another status; BackendResponseCode names the origin.',
    'A key, filter or rate policy refused the call (401, 403 or 429 within a few ms).',
  ],
  checks: [
    {
      text: 'BackendResponseCode: is it empty (the backend was never asked) or another error (it was, and the status changed)?',
      query: { show: 'breakdown', by: 'StatusPair' },
    },
    {
      text: 'Trace one such request: the trace names the policy that set the status.',
      query: { show: 'rows' },
    },
    {
      text: 'With 503: circuit breaker rules of the backend.',
      query: { show: 'breakdown', by: 'BackendHost' },
    },
  ],
  remediation: ['If the status is intended, nothing is wrong; else mend the policy that the trace names.'],
  policies: [
    {
      title: 'Beside the policy that chooses the status: leave a note of why in the log',
      xml: [
        '<trace source="orders: status chosen" severity="information">',
        '  <message>@("The backend answered " + (context.Response?.StatusCode.ToString() ?? "nothing"))</message>',
        '</trace>',
      ].join('\n'),
    },
  ],
  links: [requestTracing, errorHandling, backends],
  hints: [
    {
      when: { column: 'BackendResponseCode', op: 'between', value: [400, 599] },
      text: 'The backend answered with an error of its own, and a policy made another of it (fail-on-error-status-code does): BackendResponseCode names the origin.',
    },
    {
      when: {
        all: [
          { column: 'ResponseCode', op: 'equals', value: 503 },
          { not: { column: 'BackendResponseCode', op: 'between', value: [1, 999] } },
        ],
      },
      text: 'An open circuit breaker or an empty backend pool looks the same as a policy that answers 503.',
    },
    {
      when: { column: 'TotalTime', op: 'between', value: [225_000, 400_000] },
      text: 'After so long, think of a front end or an idle limit that gave up (about 230 s) before you look for a policy.',
    },
    {
      when: {
        all: [
          { any: [401, 403, 429].map((value) => ({ column: 'ResponseCode', op: 'equals', value }) as const) },
          { not: { column: 'BackendResponseCode', op: 'atLeast', value: 1 } },
          { column: 'TotalTime', op: 'between', value: [0, 20] },
        ],
      },
      text: 'Within a few milliseconds and without the backend: typical of a key, filter or rate policy.',
    },
  ],
  notes: [
    'The log has nothing to tell an open circuit breaker from a policy: a bare 503 may be either.',
    'A 500 after 225 s or more with nothing else is rather a front end or an idle limit that gave up.',
  ],
  examples: {
    matches: [
      {
        ref: 'A-35',
        source: 'MicrosoftDocs/azure-docs, issue 105508',
        row: { ResponseCode: 500, BackendResponseCode: 404 },
      },
      {
        ref: 'A-46',
        source: 'Azure PaaS blog, part 2',
        row: { ResponseCode: 503, IsRequestSuccess: false, TotalTime: 1 },
      },
      { ref: 'A-49', source: 'A policy chose the status', row: { ResponseCode: 504 } },
      {
        ref: 'A-53',
        source: 'The backend was content; a policy was not',
        row: { ResponseCode: 500, BackendResponseCode: 200 },
      },
    ],
    doesNotMatch: [
      {
        source: 'A message that nothing explains',
        is: 'unclassified',
        row: { ResponseCode: 500, LastErrorMessage: 'whatever' },
      },
      {
        source: 'Composed: the last error is empty, and the list of errors names one',
        is: 'unclassified',
        row: {
          ResponseCode: 500,
          Errors:
            '[{"source":"forward-request","reason":"Timeout","message":"Request to the backend service timed out","elapsed":10001}]',
        },
      },
      {
        source: 'Composed: the same, of which only the message is told',
        is: 'unclassified',
        row: {
          ResponseCode: 500,
          Errors: '[{"source":"forward-request","message":"Request to the backend service timed out"}]',
        },
      },
      {
        source: 'A policy failed that the catalogue does not know',
        is: 'unclassified',
        row: { ResponseCode: 500, LastErrorSource: 'a-policy-of-tomorrow' },
      },
      {
        ref: 'A-52',
        source: 'A WebSocket upgrade is no failure',
        is: 'none',
        row: { ResponseCode: 101, BackendResponseCode: 101 },
      },
    ],
  },
};
