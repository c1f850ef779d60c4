import type { Predicate } from '../../../predicate';
import { ofOwnConnection, reasonIs, reasonIsEmpty } from '../../conditions';
import type { Scenario } from '../../scenario';
import { errorHandling, requestTracing } from '../microsoft-links';

/** Reasons are taken as they are written. */
const otherSpelling = (name: string, inWords: string): Predicate => ({
  all: [
    { column: 'LastErrorReason', op: 'oneOfIgnoreCase', value: [name, inWords] },
    { not: reasonIs(name) },
  ],
});

export const gatewayOther: Scenario = {
  id: 'gateway-other',
  title: 'Other gateway error',
  family: 'other',
  severity: 'warning',
  owner: 'platform-team',
  summary: 'The gateway recorded an error that none of the scenarios stands for.',
  match: [{ at: 'status', basis: 'reason', confidence: 'low', when: { not: reasonIsEmpty } }],
  evidence: ['LastErrorReason', 'LastErrorMessage', 'LastErrorSource', 'LastErrorSection', 'ResponseCode'],
  causes: [
    'A policy that writes a reason of its own, or a reason that is not documented.',
    'A reason that is known of the backend, from a policy that has another connection: to an issuer of tokens, a cache, a logger, a service that it asks.',
  ],
  checks: [
    {
      text: 'LastErrorReason, LastErrorMessage and LastErrorSource of some rows; LastErrorSource names the policy.',
      query: { show: 'breakdown', by: 'LastErrorReason' },
    },
    { text: 'Trace one such request.', query: { show: 'rows' } },
  ],
  remediation: [
    'Go by the policy that LastErrorSource names.',
    'Teach the catalogue, where the reason is new: add a scenario of your own for it.',
  ],
  links: [errorHandling, requestTracing],
  hints: [
    {
      when: { all: [reasonIs('BackendConnectionFailure', 'Timeout'), ofOwnConnection] },
      text: 'The connection that failed is one that the policy in LastErrorSource has itself, not that to the backend: look at the address that the policy names, at its DNS, firewall and certificate, and at what answers there.',
    },
    {
      when: {
        any: [
          otherSpelling('ClientConnectionFailure', 'Client Connection Failure'),
          otherSpelling('BackendConnectionFailure', 'Backend Connection Failure'),
        ],
      },
      text: 'The reason is one that gateways write, in another spelling: something changed it on the way to this log. Go by what it says.',
    },
  ],
  notes: ['The documented list of reasons is not complete.'],
  examples: {
    matches: [
      {
        ref: 'A-54',
        source: 'A reason that nobody documented',
        row: { ResponseCode: 500, LastErrorReason: 'SomethingNew', LastErrorMessage: 'whatever' },
      },
      {
        source: 'Predefined errors of API Management',
        row: {
          ResponseCode: 400,
          IsRequestSuccess: false,
          LastErrorReason: 'CallbackParameterInvalid',
          LastErrorMessage: 'Value of callback parameter x-y is not a valid JavaScript identifier.',
          LastErrorSource: 'jsonp',
        },
      },
      {
        source: 'Composed: the cache of a policy did not answer in time',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'Timeout',
          LastErrorMessage: 'The operation has timed out.',
          LastErrorSource: 'cache-lookup',
        },
      },
      {
        source: 'Composed: a policy’s own connection, with the reason of one to the backend',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: "The remote name could not be resolved: 'cs.cognitiveservices.azure.com'",
          LastErrorSource: 'llm-content-safety',
        },
      },
      {
        source: 'Composed: a known reason in another spelling',
        row: { ResponseCode: 500, LastErrorReason: 'Backend Connection Failure' },
      },
    ],
    doesNotMatch: [
      {
        source: 'An unknown reason, a known message',
        is: 'policy-expression-failure',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'Renamed',
          LastErrorMessage: 'Expression evaluation failed. x',
        },
      },
      {
        source: 'An unknown reason, a known policy',
        is: 'jwt-invalid',
        row: {
          ResponseCode: 401,
          LastErrorReason: 'The token is malformed.',
          LastErrorSource: 'validate-jwt',
        },
      },
    ],
  },
};
