import type { Predicate } from '../../../predicate';
import { messageSays, whileTransferring } from '../../conditions';
import { connectionFailure } from '../../rules';
import type { Scenario } from '../../scenario';
import { forwardRequest, retryPolicy } from '../microsoft-links';
import { retryIfIdempotent } from '../retry-policy';
import { answerBegun } from './answer-begun';

const closed = messageSays(
  'The connection was closed unexpectedly',
  'An unexpected error occurred on a receive',
  'forcibly closed by the remote host',
);

// Self-hosted gateways and .NET on Linux word it otherwise; the subject tells it from a client that went away.
const closedElsewhere: Predicate = {
  any: [
    {
      all: [
        messageSays('transport connection'),
        messageSays('unexpectedly closed', 'closed unexpectedly'),
        { not: messageSays('client connection') },
      ],
    },
    messageSays(
      'Connection reset by peer',
      'Broken pipe',
      'The underlying connection was closed: An unexpected error occurred on a send',
    ),
    { all: [messageSays('The response ended prematurely'), { not: answerBegun }] },
  ],
};

/** While the answer is on its way to the client, only what was being read was the backend’s connection. */
const ofBackend = (says: Predicate): Predicate => ({
  all: [
    says,
    { any: [{ not: whileTransferring }, messageSays('Unable to read data from the transport connection')] },
  ],
});

export const backendConnectionClosed: Scenario = {
  id: 'backend-connection-closed',
  title: 'Closed while exchanging with the backend',
  family: 'backend-connection',
  severity: 'critical',
  owner: 'backend-team',
  summary: 'The connection to the backend was closed or reset while request and answer were being exchanged.',
  match: [
    ...connectionFailure(ofBackend(closed), true),
    ...connectionFailure(ofBackend(closedElsewhere), false),
  ],
  evidence: [
    'ResponseCode',
    'BackendResponseCode',
    'BackendUrl',
    'BackendTime',
    'LastErrorMessage',
    'LastErrorElapsed',
    'TotalTime',
  ],
  causes: [
    'The backend or a device before it closed the connection: a crash, a restart, a limit, an idle time-out.',
    'The backend took the request for an attack or for too large.',
    'The connection was idle for about four minutes while the backend worked, and was dropped.',
  ],
  checks: [
    {
      text: 'LastErrorElapsed near 230 to 240 s: an idle connection was dropped, not a crash.',
      query: { show: 'rows' },
    },
    {
      text: 'The backend’s log at that time: restarts, recycled workers, rejected requests.',
      query: { show: 'series', by: 'BackendHost' },
    },
    {
      text: 'A trace at the backend or at the network appliance while it happens.',
      query: { show: 'breakdown', by: 'BackendHost' },
    },
  ],
  remediation: [
    'Mend what closes the connection at the backend.',
    'For work of minutes: answer 202 and let the client ask for the result.',
    'If it is rare, retry requests that may be sent twice.',
  ],
  policies: [retryIfIdempotent],
  links: [forwardRequest, retryPolicy],
  hints: [
    {
      when: messageSays('error occurred on a send'),
      text: 'With a backend on https this often is a TLS handshake that the backend ended: compare the TLS versions and ciphers of both sides.',
    },
    {
      when: {
        any: [
          { column: 'LastErrorElapsed', op: 'between', value: [225_000, 245_000] },
          { column: 'BackendTime', op: 'between', value: [225_000, 245_000] },
        ],
      },
      text: 'It ended after about four minutes: an idle connection was dropped on the way, whatever timeout the policy sets.',
    },
  ],
  notes: ['A trace on the gateway’s machines is not open to customers.'],
  examples: {
    matches: [
      {
        ref: 'A-23',
        source: 'Azure PaaS blog, part 2',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage:
            'Unable to read data from the transport connection: An existing connection was forcibly closed by the remote host.',
        },
      },
      {
        ref: 'A-24',
        source: 'Azure PaaS blog, part 2',
        row: {
          ResponseCode: 500,
          IsRequestSuccess: false,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'The underlying connection was closed: The connection was closed unexpectedly',
          LastErrorSource: 'forward-request',
          LastErrorSection: 'backend',
          LastErrorElapsed: 812,
          TotalTime: 815,
          BackendTime: 808,
        },
      },
      {
        ref: 'A-24',
        source: 'Azure PaaS blog, part 2',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage:
            'The underlying connection was closed: An unexpected error occurred on a receive.',
        },
      },
      {
        source: 'Composed from reports of self-hosted gateways',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'The underlying transport connection was unexpectedly closed.',
          LastErrorSource: 'request-forwarder',
          LastErrorElapsed: 239_900,
        },
      },
      {
        source: 'Runtime text of .NET: the connection ended before an answer, as far as the row tells',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'An error occurred while sending the request. The response ended prematurely.',
          LastErrorSource: 'request-forwarder',
        },
      },
      {
        source: 'Runtime text of .NET on Windows, in no public gateway log',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'The underlying connection was closed: An unexpected error occurred on a send.',
          LastErrorSource: 'forward-request',
        },
      },
    ],
    doesNotMatch: [
      {
        source: 'Runtime text of .NET: it broke off within the answer',
        is: 'backend-response-aborted',
        row: {
          ResponseCode: 500,
          BackendResponseCode: 200,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'The response ended prematurely. (ResponseEnded)',
        },
      },
      {
        source: 'Composed: nothing was sent, and nothing tells whose connection it was',
        is: 'unclassified',
        row: {
          ResponseCode: 0,
          LastErrorMessage:
            'Unable to write data to the transport connection: An existing connection was forcibly closed by the remote host.',
        },
      },
      {
        source: 'Composed: writing the answer, so the client’s connection',
        is: 'unclassified',
        row: {
          ResponseCode: 200,
          BackendResponseCode: 200,
          LastErrorSource: 'transfer-response',
          LastErrorMessage:
            'Unable to write data to the transport connection: An existing connection was forcibly closed by the remote host.',
        },
      },
      {
        source: 'Composed: reading the request, so the client’s connection',
        is: 'unclassified',
        row: {
          ResponseCode: 0,
          LastErrorSource: 'transfer-request',
          LastErrorMessage: 'An existing connection was forcibly closed by the remote host.',
        },
      },
      {
        source: 'The client’s connection, not the backend’s',
        is: 'client-disconnected',
        row: { ResponseCode: 0, LastErrorMessage: 'The client connection was unexpectedly closed.' },
      },
      {
        ref: 'A-16',
        source: 'A kept-alive connection',
        is: 'backend-keepalive-closed',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage:
            'The underlying connection was closed: A connection that was expected to be kept alive was closed by the server.',
        },
      },
    ],
  },
};
