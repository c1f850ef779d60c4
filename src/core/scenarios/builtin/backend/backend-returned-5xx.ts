import { passedOn } from '../../rules';
import type { Scenario } from '../../scenario';
import { logReference, requestTracing } from '../microsoft-links';
import { retryIfIdempotent } from '../retry-policy';

export const backendReturned5xx: Scenario = {
  id: 'backend-returned-5xx',
  title: '5xx from the backend',
  family: 'backend',
  severity: 'critical',
  owner: 'backend-team',
  summary: 'The backend itself answered with a server error, and the gateway passed the answer on unchanged.',
  match: passedOn(500, 599),
  evidence: [
    'ResponseCode',
    'BackendResponseCode',
    'BackendUrl',
    'BackendTime',
    'OperationId',
    'CorrelationId',
  ],
  causes: [
    'An error in the backend: an exception, a failed dependency, a deployment.',
    'The backend or a proxy before it is overloaded or restarting (502, 503, 504).',
  ],
  checks: [
    {
      text: 'Look the request up in the backend’s own log by time and address, or by the correlation id if the API passes it on.',
      query: { show: 'rows' },
    },
    {
      text: 'See whether one operation, one backend host or one status stands out, and when it began.',
      query: { show: 'series', by: 'BackendHost' },
    },
    {
      text: 'Call the backend directly with the same request.',
      query: { show: 'breakdown', by: 'OperationId' },
    },
  ],
  remediation: [
    'Mend the backend; the gateway has nothing to add.',
    'For failures that pass by themselves, retry idempotent requests with the retry policy, or take a failing member out with a circuit breaker.',
  ],
  policies: [retryIfIdempotent],
  links: [logReference, requestTracing],
  hints: [],
  notes: ['With retries only the last attempt is logged: earlier answers of the backend do not show.'],
  examples: {
    matches: [
      {
        ref: 'A-1',
        source: 'Azure PaaS blog, part 2',
        row: {
          ResponseCode: 500,
          BackendResponseCode: 500,
          IsRequestSuccess: false,
          TotalTime: 132,
          BackendTime: 129,
        },
      },
      { ref: 'A-38', source: 'The backend’s own 502', row: { ResponseCode: 502, BackendResponseCode: 502 } },
      {
        ref: 'A-41',
        source: 'A proxy before the backend gave up',
        row: { ResponseCode: 504, BackendResponseCode: 504 },
      },
      {
        ref: 'A-42',
        source: 'Azure PaaS blog, part 2',
        row: { ResponseCode: 501, BackendResponseCode: 501 },
      },
      {
        ref: 'A-45',
        source: 'Azure PaaS blog, part 2',
        row: { ResponseCode: 503, BackendResponseCode: 503 },
      },
      {
        source: 'Composed: a policy could not read the error',
        row: {
          ResponseCode: 500,
          BackendResponseCode: 500,
          LastErrorSource: 'set-body',
          LastErrorMessage: 'Unexpected character encountered while parsing value',
        },
      },
    ],
    doesNotMatch: [
      {
        ref: 'A-36',
        source: 'Recovered by a retry: only the last attempt is logged',
        is: 'none',
        row: { ResponseCode: 200, BackendResponseCode: 200, IsRequestSuccess: true },
      },
      {
        ref: 'A-53',
        source: 'The backend was content; a policy was not',
        is: 'policy-changed-status',
        row: { ResponseCode: 500, BackendResponseCode: 200 },
      },
    ],
  },
};
