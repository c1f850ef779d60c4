import { passedOn } from '../../rules';
import type { Scenario } from '../../scenario';
import { logReference, requestTracing } from '../microsoft-links';

export const backendReturned4xx: Scenario = {
  id: 'backend-returned-4xx',
  title: '4xx from the backend',
  family: 'backend',
  severity: 'info',
  owner: 'backend-team',
  summary: 'The backend itself refused the request, and the gateway passed its answer on unchanged.',
  match: passedOn(400, 499),
  evidence: ['ResponseCode', 'BackendResponseCode', 'BackendUrl', 'Method', 'OperationId'],
  causes: [
    'The request is wrong in the backend’s eyes: path, method, body or credentials.',
    'The address that the gateway builds for the backend is wrong (404): path suffix, rewrite-uri, version.',
    'The backend throttles (429).',
  ],
  checks: [
    { text: 'BackendUrl and BackendMethod: is that what the backend expects?', query: { show: 'rows' } },
    {
      text: 'See whether one status, one operation or one caller stands out.',
      query: { show: 'breakdown', by: 'StatusPair' },
    },
  ],
  remediation: [
    'Correct the request, or the web service URL and the rewriting of paths in the API.',
    'With 401 or 403: the credentials that the gateway sends to the backend.',
    'With 429: slow down, or ask the backend team for more.',
  ],
  policies: [
    {
      title: 'In inbound: the path that the backend expects',
      xml: '<rewrite-uri template="/v2/orders/{id}" />',
    },
    {
      title: 'In inbound, after 401 or 403: a token of the gateway’s managed identity for the backend',
      xml: '<authentication-managed-identity resource="api://orders-backend" />',
    },
  ],
  links: [logReference, requestTracing],
  hints: [],
  notes: [
    'Its owner is the backend team because it sent the answer; the cause may well be the caller’s request.',
  ],
  examples: {
    matches: [
      {
        source: 'Azure PaaS blog, part 1: wrong path to the web service',
        row: {
          ResponseCode: 404,
          BackendResponseCode: 404,
          IsRequestSuccess: false,
          TotalTime: 48,
          BackendTime: 44,
        },
      },
      { source: 'A model service throttles', row: { ResponseCode: 429, BackendResponseCode: 429 } },
      {
        source: 'Composed: a policy could not read the error',
        row: {
          ResponseCode: 404,
          BackendResponseCode: 404,
          LastErrorSource: 'set-body',
          LastErrorMessage: 'Unexpected character encountered while parsing value',
        },
      },
    ],
    doesNotMatch: [
      {
        ref: 'A-35',
        source: 'A policy made 500 of it',
        is: 'policy-changed-status',
        row: { ResponseCode: 500, BackendResponseCode: 404 },
      },
    ],
  },
};
