import { messageSays, passesStatusOn } from '../../conditions';
import { namedBy } from '../../rules';
import type { Scenario } from '../../scenario';
import { backends } from '../microsoft-links';

export const backendCircuitOpen: Scenario = {
  id: 'backend-circuit-open',
  title: 'Circuit breaker open',
  family: 'backend',
  severity: 'critical',
  owner: 'backend-team',
  summary:
    'The gateway did not ask the backend: its circuit breaker is open, or no member of the pool is left.',
  match: [
    namedBy('PoolIsInactive'),
    // Of a single backend no name is public.
    {
      at: 'reason',
      basis: 'reason',
      confidence: 'medium',
      when: {
        all: [
          { column: 'LastErrorReason', op: 'containsIgnoreCase', value: 'CircuitBreaker' },
          { column: 'LastErrorReason', op: 'containsIgnoreCase', value: 'Open' },
        ],
      },
    },
    {
      at: 'message',
      basis: 'message',
      confidence: 'medium',
      when: {
        all: [
          { not: passesStatusOn },
          {
            any: [
              {
                all: [
                  messageSays('circuit breaker is open', 'no healthy backend'),
                  { column: 'ResponseCode', op: 'equals', value: 503 },
                ],
              },
              { all: [messageSays('Backend pool'), messageSays('temporarily unavailable')] },
            ],
          },
        ],
      },
    },
  ],
  evidence: ['ResponseCode', 'BackendResponseCode', 'BackendId', 'LastErrorReason', 'ApiId', 'TotalTime'],
  causes: [
    'The backend failed as often as the rule of its circuit breaker tolerates.',
    'All members of a pool are tripped at once.',
    'The backend asked for a long pause with Retry-After, and the rule accepts that.',
  ],
  checks: [
    {
      text: 'What failed just before: the failures of the same backend in the minutes ahead tell the cause.',
      query: { show: 'series', by: 'BackendId' },
    },
    {
      text: 'The rule in the backend entity: conditions, trip duration, acceptRetryAfter.',
      query: { show: 'breakdown', by: 'BackendId' },
    },
  ],
  remediation: [
    'Mend what tripped the breaker; it closes by itself after the trip duration.',
    'Give the pool members of lower priority for such times.',
  ],
  policies: [
    {
      title: 'In inbound: send the requests to a pool, whose members of lower priority take over',
      xml: '<set-backend-service backend-id="orders-pool" />',
    },
    {
      title: 'In on-error: tell clients when to come back, where the answer does not',
      xml: [
        '<on-error>',
        '  <base />',
        '  <choose>',
        '    <when condition="@(context.Response?.StatusCode == 503)">',
        '      <set-header name="Retry-After" exists-action="skip">',
        '        <value>60</value>',
        '      </set-header>',
        '    </when>',
        '  </choose>',
        '</on-error>',
      ].join('\n'),
    },
  ],
  links: [backends],
  hints: [],
  notes: [
    'Of a single backend with an open breaker nothing is recorded but the 503: such rows are “Status chosen by a policy”.',
    'Breakers count in each gateway for itself, so a backend may be off in one and on in another.',
  ],
  examples: {
    matches: [
      {
        ref: 'B-9',
        source: 'msft-mfg-ai/ai-foundry-deployment-options, and others',
        row: { ResponseCode: 503, IsRequestSuccess: false, LastErrorReason: 'PoolIsInactive', TotalTime: 1 },
      },
      {
        source: 'Composed: a reason that speaks of the breaker',
        row: {
          ResponseCode: 503,
          LastErrorReason: 'CircuitBreakerOpen',
          LastErrorSource: 'forward-request',
        },
      },
      {
        source: 'Composed from the reason phrase of older gateways',
        row: { ResponseCode: 503, LastErrorMessage: 'Backend pool models is temporarily unavailable.' },
      },
    ],
    doesNotMatch: [
      {
        source: 'Composed: a rule that is wrong',
        is: 'gateway-other',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'ConfigurationError',
          LastErrorMessage: "Backend 'x' has an invalid circuit breaker rule.",
          LastErrorSource: 'set-backend-service',
        },
      },
      {
        ref: 'A-34',
        source: 'Documentation of backends: a single backend says nothing',
        is: 'policy-changed-status',
        row: { ResponseCode: 503 },
      },
      {
        source: 'Composed: the backend was asked, and its own pool is tripped',
        is: 'backend-returned-5xx',
        row: {
          ResponseCode: 503,
          BackendResponseCode: 503,
          LastErrorMessage: 'Backend pool is temporarily unavailable',
        },
      },
      {
        source: 'Composed: a rule that is off',
        is: 'unclassified',
        row: {
          ResponseCode: 503,
          LastErrorSource: 'set-backend-service',
          LastErrorMessage: 'Circuit breaker is not enabled for backend x',
        },
      },
    ],
  },
};
