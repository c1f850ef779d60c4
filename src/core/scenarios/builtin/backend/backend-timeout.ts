import type { Predicate } from '../../../predicate';
import {
  messageSays,
  namesConnection,
  passesErrorOn,
  reasonIs,
  whileExchanging,
  whileTransferring,
} from '../../conditions';
import type { Scenario } from '../../scenario';
import { forwardRequest, requestTracing, snatPorts } from '../microsoft-links';

/** Once the answer is being transferred, the backend has sent status and headers. */
const answerAwaited: Predicate = { not: whileTransferring };

export const backendTimeout: Scenario = {
  id: 'backend-timeout',
  title: 'Timed out at the backend',
  family: 'backend',
  severity: 'critical',
  owner: 'backend-team',
  summary:
    'The backend accepted the connection but did not send status and headers within the timeout of the forward-request or send-request policy.',
  match: [
    {
      at: 'reason',
      basis: 'reason',
      confidence: 'high',
      when: { all: [reasonIs('Timeout'), whileExchanging, answerAwaited] },
    },
    {
      at: 'message',
      basis: 'message',
      confidence: 'medium',
      when: {
        all: [
          whileExchanging,
          answerAwaited,
          { not: namesConnection },
          { not: passesErrorOn },
          messageSays('Request to the backend service timed out'),
        ],
      },
    },
    // .NET's own text; no gateway line with it is public.
    {
      at: 'message',
      basis: 'message',
      confidence: 'low',
      when: {
        all: [
          whileExchanging,
          answerAwaited,
          { not: namesConnection },
          { not: passesErrorOn },
          messageSays('The operation has timed out'),
        ],
      },
    },
  ],
  evidence: [
    'ResponseCode',
    'BackendResponseCode',
    'BackendUrl',
    'BackendTime',
    'TotalTime',
    'LastErrorSource',
    'LastErrorElapsed',
    'OperationId',
  ],
  causes: [
    'The backend is slow, overloaded or waits for something else.',
    'The timeout of the policy is shorter than the backend needs: the default is 300 s for forward-request and 60 s for send-request.',
    'The backend never answers this request, for example because of a lock.',
  ],
  checks: [
    {
      text: 'LastErrorElapsed: the same value in every row is the timeout that applies. Compare it with the policy.',
      query: { show: 'rows' },
    },
    {
      text: 'BackendTime close to TotalTime: the time went to the backend.',
      query: { show: 'breakdown', by: 'OperationId' },
    },
    {
      text: 'Compare with requests that succeeded: has the backend become slower, or was it always near the limit?',
      query: { show: 'timing' },
    },
  ],
  remediation: [
    'Speed the backend up, or give it more capacity.',
    'Set the timeout of forward-request to what the backend needs: <forward-request timeout="120" />. Above 240 s an idle connection may be dropped before it.',
    'For longer work answer 202 at once and let the client ask for the result.',
  ],
  policies: [
    {
      title: 'In backend: wait as long as the backend needs, in seconds',
      xml: ['<backend>', '  <forward-request timeout="120" />', '</backend>'].join('\n'),
    },
  ],
  links: [forwardRequest, snatPorts, requestTracing],
  hints: [],
  notes: [
    'The gateway answers its own timeout with 500, not with 504. A 504 in the log was sent by the backend, by a proxy before it, or by a policy.',
    'An end at 230 to 240 s with a connection error is an idle connection being dropped, not this timeout.',
  ],
  examples: {
    matches: [
      {
        ref: 'A-8',
        source: 'Application Insights of a public note on API Management and Functions',
        row: {
          ResponseCode: 500,
          IsRequestSuccess: false,
          LastErrorReason: 'Timeout',
          LastErrorMessage: 'Request to the backend service timed out',
          LastErrorSource: 'forward-request',
          LastErrorSection: 'backend',
          LastErrorElapsed: 10004,
          TotalTime: 10006,
          BackendTime: 10001,
        },
      },
      {
        ref: 'A-40',
        source: 'Azure PaaS blog, part 2',
        row: {
          ResponseCode: 504,
          LastErrorReason: 'Timeout',
          LastErrorMessage: 'Request to the backend service timed out',
          LastErrorSource: 'forward-request',
          TotalTime: 30010,
          BackendTime: 30002,
        },
      },
      {
        ref: 'A-51',
        source: 'A policy in on-error answered in place of the backend',
        row: {
          ResponseCode: 200,
          IsRequestSuccess: true,
          LastErrorReason: 'Timeout',
          LastErrorMessage: 'Request to the backend service timed out',
          LastErrorSource: 'forward-request',
        },
      },
      {
        source: 'Runtime text of .NET, in no public gateway log',
        row: { ResponseCode: 500, LastErrorMessage: 'The operation has timed out.' },
      },
      {
        ref: 'B-15',
        source: 'A policy in on-error chose the status',
        row: {
          ResponseCode: 503,
          LastErrorReason: 'Timeout',
          LastErrorMessage: 'Request to the backend service timed out',
          LastErrorSource: 'forward-request',
        },
      },
    ],
    doesNotMatch: [
      {
        source: 'Composed: something behind the backend timed out, and the backend said so',
        is: 'backend-returned-5xx',
        row: {
          ResponseCode: 500,
          BackendResponseCode: 500,
          LastErrorMessage: 'The operation has timed out.',
        },
      },
      {
        source: 'Composed: the answer had begun',
        is: 'gateway-other',
        row: {
          ResponseCode: 200,
          BackendResponseCode: 200,
          LastErrorReason: 'Timeout',
          LastErrorSource: 'transfer-response',
          LastErrorMessage: 'The operation has timed out.',
        },
      },
      {
        ref: 'A-41',
        source: 'A proxy before the backend gave up',
        is: 'backend-returned-5xx',
        row: { ResponseCode: 504, BackendResponseCode: 504 },
      },
      {
        ref: 'A-49',
        source: 'A policy chose the status',
        is: 'policy-changed-status',
        row: { ResponseCode: 504 },
      },
      {
        source: 'Composed: a policy’s own work took too long',
        is: 'gateway-other',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'Timeout',
          LastErrorSource: 'set-body',
          LastErrorMessage: 'The Regex engine has timed out',
        },
      },
      {
        source: 'Composed: the cache’s time-out',
        is: 'gateway-other',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'Timeout',
          LastErrorSource: 'cache-lookup-value',
          LastErrorMessage: 'Timeout performing GET (5000ms)',
        },
      },
    ],
  },
};
