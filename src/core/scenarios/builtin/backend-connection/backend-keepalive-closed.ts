import { messageSays } from '../../conditions';
import { connectionFailure } from '../../rules';
import type { Scenario } from '../../scenario';
import { forwardRequest, retryPolicy } from '../microsoft-links';
import { retryIfIdempotent } from '../retry-policy';

const keptAlive = messageSays('expected to be kept alive was closed by the server');

export const backendKeepaliveClosed: Scenario = {
  id: 'backend-keepalive-closed',
  title: 'Kept-alive connection closed',
  family: 'backend-connection',
  severity: 'warning',
  owner: 'api-publisher',
  summary:
    'The gateway reused a pooled connection to the backend that had been dropped meanwhile, typically after more than four idle minutes.',
  match: connectionFailure(keptAlive, true),
  evidence: ['ResponseCode', 'BackendResponseCode', 'BackendUrl', 'LastErrorElapsed', 'Method', 'Region'],
  causes: [
    'An Azure load balancer silently drops connections that are idle for four minutes.',
    'The backend closes idle connections sooner than the gateway expects.',
  ],
  checks: [
    { text: 'Do these failures come after quiet times, and only now and then?', query: { show: 'series' } },
    {
      text: 'Is the keep-alive timeout of the backend shorter than four minutes?',
      query: { show: 'breakdown', by: 'BackendHost' },
    },
  ],
  remediation: [
    'Retry the request with its body kept for that: the retry policy around <forward-request buffer-request-body="true" />',
    'Retry only what may be sent twice: the backend may have begun with a request that is not idempotent.',
    'Let the backend keep idle connections open for longer than four minutes.',
  ],
  policies: [retryIfIdempotent],
  links: [retryPolicy, forwardRequest],
  hints: [],
  notes: [
    'Without buffer-request-body="true" a retried request with a body fails with a content-length mismatch.',
  ],
  examples: {
    matches: [
      {
        ref: 'A-16',
        source: 'Azure PaaS blog, part 2',
        row: {
          ResponseCode: 500,
          IsRequestSuccess: false,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage:
            'The underlying connection was closed: A connection that was expected to be kept alive was closed by the server.',
          LastErrorSource: 'forward-request',
          LastErrorSection: 'backend',
          LastErrorElapsed: 9,
          TotalTime: 12,
        },
      },
    ],
    doesNotMatch: [
      {
        source: 'The same first words, another cause',
        is: 'backend-tls-trust',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage:
            'The underlying connection was closed: Could not establish trust relationship for the SSL/TLS secure channel.',
        },
      },
    ],
  },
};
