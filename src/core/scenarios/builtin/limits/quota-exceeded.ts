import { namedBy, refusedBy, toldBy } from '../../rules';
import type { Scenario } from '../../scenario';
import { quota, quotaByKey, throttling } from '../microsoft-links';

export const quotaExceeded: Scenario = {
  id: 'quota-exceeded',
  title: 'Quota exceeded',
  family: 'limits',
  severity: 'warning',
  owner: 'consumer',
  summary:
    'The caller has used up the calls or the bandwidth that a quota policy grants for a longer period.',
  match: [
    namedBy('QuotaExceeded'),
    toldBy('Out of call volume quota', 'Out of bandwidth quota'),
    refusedBy('quota', 'quota-by-key'),
  ],
  evidence: [
    'ResponseCode',
    'BackendResponseCode',
    'LastErrorMessage',
    'ApimSubscriptionId',
    'ProductId',
    'ApiId',
  ],
  causes: [
    'The caller has grown beyond what its product grants.',
    'A fault in the client makes many more calls than needed.',
  ],
  checks: [
    {
      text: 'The message tells whether calls or bandwidth ran out, and when the quota is replenished.',
      query: { show: 'rows' },
    },
    {
      text: 'The caller’s calls over the period: a steady growth, or a jump?',
      query: { show: 'series', by: 'ApimSubscriptionId' },
    },
  ],
  remediation: [
    'Wait for the new period, or move the caller to a product with a higher quota.',
    'Mend the client if it repeats itself; cache what it asks for again and again.',
  ],
  policies: [
    {
      title: 'In inbound: a quota for each subscription, here of 100,000 calls in 30 days',
      xml: [
        '<quota-by-key',
        '  calls="100000" renewal-period="2592000"',
        '  counter-key="@(context.Subscription?.Id ?? "no subscription")" />',
      ].join('\n'),
    },
  ],
  links: [quota, quotaByKey, throttling],
  hints: [
    {
      when: { column: 'LastErrorMessage', op: 'containsIgnoreCase', value: 'bandwidth' },
      text: 'It is the bandwidth that ran out, not the number of calls: look at the size of the answers.',
    },
  ],
  notes: ['How the message writes the time to wait differs from build to build.'],
  examples: {
    matches: [
      {
        ref: 'A-32',
        source: 'MicrosoftDocs/azure-docs, issue 16282',
        row: {
          ResponseCode: 403,
          IsRequestSuccess: false,
          LastErrorMessage: 'Out of call volume quota. Quota will be replenished in 5.03:23:11',
          LastErrorSource: 'quota',
          LastErrorSection: 'inbound',
          TotalTime: 1,
        },
      },
      {
        source: 'Predefined errors of API Management',
        row: {
          ResponseCode: 403,
          LastErrorReason: 'QuotaExceeded',
          LastErrorMessage: 'Out of bandwidth quota. Quota will be replenished in 12:10:00.',
          LastErrorSource: 'quota',
        },
      },
      {
        source: 'Nothing but the policy’s name',
        row: { ResponseCode: 403, LastErrorSource: 'quota-by-key' },
      },
    ],
    doesNotMatch: [
      {
        ref: 'B-8',
        source: 'A quota of tokens',
        is: 'token-limited',
        row: {
          ResponseCode: 403,
          LastErrorReason: 'OpenAITokenQuotaExceeded',
          LastErrorMessage: 'Token quota is exceeded. Try again in 2 days.',
          LastErrorSource: 'llm-token-limit',
        },
      },
    ],
  },
};
