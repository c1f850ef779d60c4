import type { Predicate } from '../../../predicate';
import { messageSays, reasonIs, whileTransferring } from '../../conditions';
import { connectionFailure } from '../../rules';
import type { Scenario } from '../../scenario';
import { forwardRequest } from '../microsoft-links';
import { answerBegun } from './answer-begun';

const aborted = messageSays('Unable to read data from the transport connection: The connection was closed');
// Runtime texts of .NET; no gateway line with them is public. They also end an exchange before the answer began.
const abortedElsewhere: Predicate = {
  all: [
    messageSays('Error while copying content to a stream', 'The response ended prematurely'),
    answerBegun,
  ],
};

export const backendResponseAborted: Scenario = {
  id: 'backend-response-aborted',
  title: 'Answer broken off by the backend',
  family: 'backend-connection',
  severity: 'critical',
  owner: 'backend-team',
  summary:
    'The backend had sent status and headers; then the connection broke while its body was on the way to the client.',
  match: [
    ...connectionFailure(aborted, true),
    ...connectionFailure(abortedElsewhere, false),
    {
      at: 'reason',
      basis: 'source',
      confidence: 'medium',
      when: {
        all: [
          reasonIs('BackendConnectionFailure'),
          whileTransferring,
          // What is written meanwhile goes to the client.
          { not: messageSays('Unable to write data to the transport connection') },
        ],
      },
    },
  ],
  evidence: [
    'ResponseCode',
    'BackendResponseCode',
    'BackendUrl',
    'LastErrorSource',
    'BackendTime',
    'TotalTime',
  ],
  causes: [
    'The backend fails while it writes a large or streamed answer.',
    'A proxy or load balancer between gateway and backend cuts long transfers.',
  ],
  checks: [
    {
      text: 'Are the answers large or streamed? Is the time until the break always the same?',
      query: { show: 'rows' },
    },
    {
      text: 'The backend’s log: an error after the first bytes were sent.',
      query: { show: 'breakdown', by: 'BackendHost' },
    },
  ],
  remediation: [
    'Mend the backend, or page large answers.',
    'Let the client retry: the policies have ended when the body is transferred, so a retry policy never sees this.',
    'If the gateway has to retry, read the body inside the pipeline, for example with set-body in outbound.',
  ],
  policies: [
    {
      title:
        'In outbound: read a text before passing it on, so that policies notice when it breaks off; it is not streamed then',
      xml: [
        '<outbound>',
        '  <base />',
        '  <set-body>@(context.Response.Body.As<string>())</set-body>',
        '</outbound>',
      ].join('\n'),
    },
  ],
  links: [forwardRequest],
  hints: [],
  notes: [
    'The status in the log is often 200, for the headers were sent; the request failed all the same.',
    'The retry policy that articles recommend does not help here.',
  ],
  examples: {
    matches: [
      {
        ref: 'A-22',
        source: 'Azure PaaS blog, part 2',
        row: {
          ResponseCode: 500,
          IsRequestSuccess: false,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'Unable to read data from the transport connection: The connection was closed.',
          LastErrorSource: 'transfer-response',
          LastErrorElapsed: 3120,
          TotalTime: 3125,
          BackendTime: 3100,
        },
      },
      {
        ref: 'A-25',
        source: 'Stack Overflow, question 61413730',
        row: {
          BackendResponseCode: 200,
          IsRequestSuccess: false,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorSource: 'transfer-response',
        },
      },
      {
        ref: 'A-50',
        source: 'Broken while transferring',
        row: {
          ResponseCode: 200,
          BackendResponseCode: 200,
          IsRequestSuccess: true,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorSource: 'transfer-response',
          BackendTime: 21_000,
        },
      },
      {
        source: 'Runtime text of .NET, in no public gateway log',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage:
            'The response ended prematurely, with at least 512 additional bytes expected. (ResponseEnded)',
        },
      },
    ],
    doesNotMatch: [
      {
        source: 'Runtime text of .NET: nothing tells that an answer had begun',
        is: 'backend-connection-closed',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'The response ended prematurely. (ResponseEnded)',
          LastErrorSource: 'request-forwarder',
        },
      },
      {
        source: 'Composed: it was the request that was copied, as far as the row tells',
        is: 'backend-connection-other',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'Error while copying content to a stream.',
          LastErrorSource: 'forward-request',
        },
      },
      {
        source: 'Composed: a write while the answer goes to the client',
        is: 'backend-connection-other',
        row: {
          ResponseCode: 200,
          BackendResponseCode: 200,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorSource: 'transfer-response',
          LastErrorMessage: 'Unable to write data to the transport connection: Broken pipe.',
        },
      },
      {
        ref: 'A-23',
        source: 'The same beginning, a reset',
        is: 'backend-connection-closed',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage:
            'Unable to read data from the transport connection: An existing connection was forcibly closed by the remote host.',
        },
      },
    ],
  },
};
