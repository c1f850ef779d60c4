import type { Predicate } from '../../../predicate';
import { messageSays, passesStatusOn, reasonIs, whileTransferring } from '../../conditions';
import type { Scenario } from '../../scenario';
import { forwardRequest, retryPolicy } from '../microsoft-links';
import { retryIfIdempotent } from '../retry-policy';

/** Of the request, not of an answer. */
const bodyGone: Predicate = {
  all: [
    messageSays('Content length mismatch', 'Content-Length mismatch'),
    { not: messageSays('response') },
    { not: whileTransferring },
  ],
};

export const requestBodyNotReplayable: Scenario = {
  id: 'request-body-not-replayable',
  title: 'Body could not be sent again',
  family: 'policy',
  severity: 'warning',
  owner: 'api-publisher',
  summary: 'A policy retried a request whose body had already been streamed to the backend and was gone.',
  match: [
    {
      at: 'reason',
      basis: 'reason+message',
      confidence: 'high',
      when: {
        all: [reasonIs('ProtocolViolation'), bodyGone],
      },
    },
    {
      at: 'reason',
      basis: 'reason+message',
      confidence: 'medium',
      when: {
        all: [
          reasonIs('ProtocolViolation', 'BackendConnectionFailure'),
          // .NET’s own text for a body that was gone; no gateway line with it is public.
          messageSays('request content bytes, but Content-Length promised'),
        ],
      },
    },
    {
      at: 'message',
      basis: 'message',
      confidence: 'medium',
      when: { all: [bodyGone, { not: passesStatusOn }] },
    },
  ],
  evidence: [
    'ResponseCode',
    'BackendResponseCode',
    'Method',
    'LastErrorSource',
    'LastErrorMessage',
    'ApiId',
    'OperationId',
  ],
  causes: ['A retry policy around forward-request without buffer-request-body="true".'],
  checks: [
    {
      text: 'The first error of the request (Errors) tells what made the policy retry: that is the cause behind this one.',
      query: { show: 'breakdown', by: 'FirstErrorReason' },
    },
    { text: 'Only requests with a body fail.', query: { show: 'breakdown', by: 'Method' } },
  ],
  remediation: [
    'Keep the body: <forward-request buffer-request-body="true" />.',
    'Retry only requests that may be sent twice.',
  ],
  policies: [retryIfIdempotent],
  links: [forwardRequest, retryPolicy],
  hints: [],
  notes: ['Buffered bodies are limited: 500 MiB on classic tiers, 2 MiB on Consumption and v2.'],
  examples: {
    matches: [
      {
        ref: 'A-26',
        source: 'jpazpaas, content-length mismatch',
        row: {
          ResponseCode: 500,
          IsRequestSuccess: false,
          Method: 'POST',
          LastErrorReason: 'ProtocolViolation',
          LastErrorMessage: 'Content length mismatch',
          LastErrorSource: 'forward-request',
          LastErrorSection: 'backend',
          TotalTime: 2040,
          BackendTime: 2011,
        },
      },
      {
        source: 'Runtime text of .NET, in no public gateway log',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorSource: 'request-forwarder',
          LastErrorMessage: 'Sent 0 request content bytes, but Content-Length promised 12.',
        },
      },
    ],
    doesNotMatch: [
      {
        source: 'Runtime text of .NET: a body longer than announced',
        is: 'gateway-other',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'ProtocolViolation',
          LastErrorSource: 'forward-request',
          LastErrorMessage:
            'Bytes to be written to the stream exceed the Content-Length bytes size specified.',
        },
      },
      {
        source: 'Runtime text of .NET: the backend’s answer has a wrong header',
        is: 'gateway-other',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'ProtocolViolation',
          LastErrorMessage:
            'The server committed a protocol violation. Section=ResponseHeader Detail=Content-Length header value is invalid',
        },
      },
      {
        source: 'Another violation of the protocol',
        is: 'gateway-other',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'ProtocolViolation',
          LastErrorMessage: 'Invalid header name',
        },
      },
      {
        source: 'Composed: the answer was on its way to the client',
        is: 'gateway-other',
        row: {
          ResponseCode: 500,
          Method: 'GET',
          LastErrorReason: 'ProtocolViolation',
          LastErrorMessage: 'Content length mismatch',
          LastErrorSource: 'transfer-response',
        },
      },
      {
        source: 'Composed: the backend’s answer',
        is: 'gateway-other',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'ProtocolViolation',
          LastErrorMessage: 'Content-Length mismatch in response from backend',
        },
      },
    ],
  },
};
