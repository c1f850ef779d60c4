import { namedBy, refusedBy, toldBy } from '../../rules';
import type { Scenario } from '../../scenario';
import { rateLimit, rateLimitByKey, throttling } from '../microsoft-links';

export const rateLimited: Scenario = {
  id: 'rate-limited',
  title: 'Rate limit exceeded',
  family: 'limits',
  severity: 'warning',
  owner: 'consumer',
  summary: 'The caller made more calls in a short time than a rate-limit policy allows.',
  match: [
    namedBy('RateLimitExceeded'),
    toldBy('Rate limit is exceeded'),
    refusedBy('rate-limit', 'rate-limit-by-key'),
  ],
  evidence: [
    'ResponseCode',
    'BackendResponseCode',
    'LastErrorMessage',
    'LastErrorScope',
    'ApimSubscriptionId',
    'CallerIpAddress',
    'ApiId',
    'ProductId',
  ],
  causes: [
    'The caller has grown, or retries without waiting.',
    'Many clients share one key or one address.',
    'The limit is lower than what was promised.',
  ],
  checks: [
    {
      text: 'Which subscription or address it is, and how evenly its calls are spread over time.',
      query: { show: 'series', by: 'ApimSubscriptionId' },
    },
    {
      text: 'LastErrorScope tells in which policy document the limit stands.',
      query: { show: 'breakdown', by: 'ApiId' },
    },
  ],
  remediation: [
    'Let the client wait for as long as the header Retry-After says, and spread its calls.',
    'Raise the limit, or count by another key.',
  ],
  policies: [
    {
      title:
        'In inbound: count by subscription, or by address where there is none, and tell when to try again',
      xml: [
        '<rate-limit-by-key',
        '  calls="100" renewal-period="60"',
        '  counter-key="@(context.Subscription?.Id ?? context.Request.IpAddress)"',
        '  remaining-calls-header-name="X-Remaining-Calls"',
        '  retry-after-header-name="Retry-After" />',
      ].join('\n'),
    },
  ],
  links: [rateLimit, rateLimitByKey, throttling],
  hints: [],
  notes: [
    'rate-limit counts only calls with a subscription key. Each gateway counts for itself as a rule, so limits are approximate.',
    'A 429 that the backend sent is “4xx from the backend”: another limit, another owner.',
  ],
  examples: {
    matches: [
      {
        ref: 'A-30',
        source: 'Microsoft, 403 and 429 errors',
        row: {
          ResponseCode: 429,
          IsRequestSuccess: false,
          LastErrorMessage: 'Rate limit is exceeded. Try again in 5 seconds.',
          LastErrorSource: 'rate-limit-by-key',
          LastErrorSection: 'inbound',
          TotalTime: 1,
        },
      },
      {
        source: 'Predefined errors of API Management',
        row: {
          ResponseCode: 429,
          LastErrorReason: 'RateLimitExceeded',
          LastErrorMessage: 'Rate limit is exceeded',
          LastErrorSource: 'rate-limit',
        },
      },
      { source: 'Nothing but the policy’s name', row: { ResponseCode: 429, LastErrorSource: 'rate-limit' } },
    ],
    doesNotMatch: [
      {
        source: 'Composed: the policy got no key to count by',
        is: 'unclassified',
        row: {
          ResponseCode: 400,
          LastErrorSource: 'rate-limit-by-key',
          LastErrorMessage: "Value cannot be null. (Parameter 'key')",
        },
      },
      {
        source: 'The policy itself failed, for a cause that nothing tells',
        is: 'unclassified',
        row: { ResponseCode: 500, LastErrorSource: 'rate-limit-by-key' },
      },
      {
        source: 'The backend throttles',
        is: 'backend-returned-4xx',
        row: { ResponseCode: 429, BackendResponseCode: 429 },
      },
      {
        ref: 'A-3',
        source: 'The policy’s own expression failed',
        is: 'policy-expression-failure',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'ExpressionValueEvaluationFailure',
          LastErrorSource: 'rate-limit-by-key',
        },
      },
      {
        source: 'The backend throttled',
        is: 'backend-returned-4xx',
        row: {
          ResponseCode: 429,
          BackendResponseCode: 429,
          LastErrorMessage: 'Rate limit is exceeded. Try again in 5 seconds.',
        },
      },
    ],
  },
};
