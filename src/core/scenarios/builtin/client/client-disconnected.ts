import {
  messageSays,
  namesConnection,
  reasonIs,
  sourceIs,
  whileForwarding,
  whileTransferring,
} from '../../conditions';
import type { Predicate } from '../../../predicate';
import type { Scenario } from '../../scenario';
import { errorHandling, forwardRequest } from '../microsoft-links';

/** The caller got its answer, unless that broke off while it was sent. */
const answered: Predicate = {
  all: [{ column: 'ResponseCode', op: 'between', value: [100, 399] }, { not: whileTransferring }],
};

const saysCancelled: Predicate = {
  all: [
    messageSays(
      'The operation was cancelled',
      'The operation was canceled',
      'A task was cancelled',
      'A task was canceled',
    ),
    // A call that a policy makes of its own is cancelled with the same words when it takes too long.
    { any: [whileForwarding, whileTransferring, sourceIs('', 'request-forwarder')] },
    // It got no answer, or that of a request that it closed.
    {
      any: [
        { not: { column: 'ResponseCode', op: 'atLeast', value: 400 } },
        { column: 'ResponseCode', op: 'equals', value: 499 },
      ],
    },
  ],
};

/** The subject tells the client’s connection from the backend’s, whose sentences are alike. */
const saysClosed: Predicate = {
  all: [
    {
      any: [
        messageSays('The client connection'),
        ...['Client connection', 'A client connection'].map((value): Predicate => ({
          column: 'LastErrorMessage',
          op: 'startsWithIgnoreCase',
          value,
        })),
      ],
    },
    messageSays('unexpectedly closed', 'closed unexpectedly'),
  ],
};

export const clientDisconnected: Scenario = {
  id: 'client-disconnected',
  title: 'Client disconnected',
  family: 'client',
  severity: 'info',
  owner: 'consumer',
  summary:
    'The caller closed its connection before it had the complete answer. The gateway decides neither when nor why a client does that.',
  match: [
    { at: 'reason', basis: 'reason', confidence: 'high', when: reasonIs('ClientConnectionFailure') },
    {
      at: 'message',
      basis: 'message',
      confidence: 'medium',
      when: {
        all: [{ any: [saysCancelled, saysClosed] }, { not: namesConnection }, { not: answered }],
      },
    },
  ],
  evidence: [
    'ResponseCode',
    'LastErrorSource',
    'LastErrorElapsed',
    'TotalTime',
    'ClientTime',
    'BackendTime',
    'CallerIpAddress',
  ],
  causes: [
    'The client has a shorter timeout than the request needs: a slow backend or a large answer.',
    'The user closed the page, or the client application stopped or failed.',
    'The network between client and gateway dropped the connection.',
  ],
  checks: [
    {
      text: 'LastErrorSource: forward-request means that the client left while the backend was working, transfer-response that it left while the answer was being sent. The request-forwarder of self-hosted gateways does not tell: compare BackendTime with ClientTime there.',
      query: { show: 'breakdown', by: 'DisconnectPhase' },
    },
    {
      text: 'Compare LastErrorElapsed with the timeouts of the client; 100 s is the default of .NET’s HttpClient. Many rows at the same value point to a timeout.',
      query: { show: 'rows' },
    },
    {
      text: 'See whether one caller, one operation or one network stands out.',
      query: { show: 'breakdown', by: 'ApimSubscriptionId' },
    },
  ],
  remediation: [
    'Make the client’s timeout longer than the slowest answer that it should wait for.',
    'Shorten the answer time: speed the backend up, page large answers, or answer 202 and let the client poll.',
    'Leave it alone where clients come and go by nature, as with streams and server-sent events.',
  ],
  links: [forwardRequest, errorHandling],
  hints: [
    {
      when: {
        any: [
          // A request that waited for so long waited for a slow backend.
          { all: [whileTransferring, { column: 'TotalTime', op: 'between', value: [240_000, 360_000] }] },
          { column: 'Url', op: 'containsIgnoreCase', value: '/mcp' },
          { column: 'Url', op: 'containsIgnoreCase', value: '/sse' },
        ],
      },
      text: 'It looks like a stream (server-sent events, MCP): clients end those by leaving, which is probably harmless.',
    },
  ],
  notes: [
    'A high ClientTime belongs to clients that leave during the transfer. For those that leave while waiting, BackendTime is the large part.',
    'A status of 200 does not contradict it: the headers were on their way when the client left.',
  ],
  examples: {
    matches: [
      {
        ref: 'A-6',
        source: 'Azure PaaS blog, part 2',
        row: {
          ResponseCode: 0,
          IsRequestSuccess: false,
          LastErrorReason: 'ClientConnectionFailure',
          LastErrorMessage: 'The operation was cancelled',
          LastErrorSource: 'forward-request',
          TotalTime: 30012,
          ClientTime: 29874,
        },
      },
      {
        ref: 'A-7',
        source: 'Application Insights of a public note on API Management and Functions',
        row: {
          IsRequestSuccess: false,
          LastErrorReason: 'ClientConnectionFailure',
          LastErrorMessage: 'The operation was canceled.',
          LastErrorSource: 'forward-request',
          TotalTime: 8004,
        },
      },
      {
        ref: 'A-47',
        source: 'Azure PaaS blog, part 2',
        row: {
          ResponseCode: 0,
          LastErrorReason: 'ClientConnectionFailure',
          LastErrorMessage: 'A task was cancelled',
          LastErrorSource: 'transfer-response',
          TotalTime: 61020,
          ClientTime: 60300,
          BackendTime: 700,
        },
      },
      {
        source: 'Composed from the newer wording in public reports of 2026',
        row: {
          ResponseCode: 0,
          LastErrorMessage: 'The client connection was unexpectedly closed.',
          LastErrorSource: 'forward-request',
        },
      },
      {
        source: 'Composed: the newer wording without its article',
        row: {
          ResponseCode: 0,
          LastErrorMessage: 'Client connection was unexpectedly closed.',
          LastErrorSource: 'request-forwarder',
        },
      },
      {
        source: 'Composed: the newer wording, with its words in another order',
        row: {
          ResponseCode: 0,
          LastErrorMessage: 'A client connection was closed unexpectedly',
          LastErrorSource: 'forward-request',
        },
      },
      {
        source: 'Composed: cancelled while the answer was being sent',
        row: {
          ResponseCode: 200,
          BackendResponseCode: 200,
          LastErrorMessage: 'A task was canceled.',
          LastErrorSource: 'transfer-response',
        },
      },
    ],
    doesNotMatch: [
      {
        source: 'Composed: something was cancelled, and the caller got its answer',
        is: 'gateway-other',
        row: {
          ResponseCode: 200,
          BackendResponseCode: 200,
          LastErrorReason: 'OperationCanceled',
          LastErrorMessage: 'The operation was canceled.',
          LastErrorSource: 'forward-request',
        },
      },
      {
        source: 'Composed: an expression was cancelled',
        is: 'policy-expression-failure',
        row: { ResponseCode: 500, LastErrorMessage: 'Expression evaluation failed. A task was canceled.' },
      },
      {
        source: 'A call that a policy made took too long',
        is: 'unclassified',
        row: { ResponseCode: 500, LastErrorMessage: 'A task was canceled.', LastErrorSource: 'send-request' },
      },
      {
        source: 'Same condition seen from the gateway: it stopped waiting, not the client',
        is: 'backend-timeout',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'Timeout',
          LastErrorMessage: 'Request to the backend service timed out',
          LastErrorSource: 'forward-request',
        },
      },
      {
        source: 'Composed: the gateway’s own client',
        is: 'unclassified',
        row: {
          ResponseCode: 500,
          LastErrorSource: 'forward-request',
          LastErrorMessage: 'A task was canceled.',
        },
      },
    ],
  },
};
