import { messageSays, reasonIs, sourceIs } from '../../conditions';
import { namedBy, refusedBy, toldBy } from '../../rules';
import type { Scenario } from '../../scenario';
import { tokenLimit } from '../microsoft-links';

const policies = ['llm-token-limit', 'azure-openai-token-limit'] as const;

export const tokenLimited: Scenario = {
  id: 'token-limited',
  title: 'Token limit exceeded',
  family: 'limits',
  severity: 'warning',
  owner: 'consumer',
  summary:
    'The caller used more tokens of a language model than a token-limit policy allows, per minute or for a longer period.',
  match: [
    namedBy('OpenAITokenLimitExceeded', 'OpenAITokenQuotaExceeded'),
    // The general names, where the policy tells what was counted.
    {
      at: 'reason',
      basis: 'reason',
      confidence: 'high',
      when: { all: [reasonIs('RateLimitExceeded', 'QuotaExceeded'), sourceIs(...policies)] },
    },
    toldBy('Token limit is exceeded', 'Token quota is exceeded'),
    refusedBy(...policies),
  ],
  evidence: [
    'ResponseCode',
    'BackendResponseCode',
    'LastErrorMessage',
    'LastErrorScope',
    'ApimSubscriptionId',
    'ApiId',
  ],
  causes: [
    'Prompts or answers are longer than planned, or there are more of them.',
    'One prompt alone is larger than the limit per minute.',
    'Several clients share one counter key.',
  ],
  checks: [
    {
      text: 'Status 429: tokens per minute; 403: the quota of a longer period.',
      query: { show: 'breakdown', by: 'StatusPair' },
    },
    {
      text: 'Does the message say when to try again? If not, the single request can never fit.',
      query: { show: 'rows' },
    },
    {
      text: 'Tokens by subscription, in the table ApiManagementGatewayLlmLog or in the metrics of the policy.',
      query: { show: 'breakdown', by: 'ApimSubscriptionId' },
    },
  ],
  remediation: [
    'Let the client wait for as long as Retry-After says; shorten prompts, or ask for shorter answers.',
    'Raise tokens-per-minute or token-quota, or count by another key.',
  ],
  policies: [
    {
      title:
        'In inbound: tokens per minute for each subscription, with headers that let clients slow down in time',
      xml: [
        '<llm-token-limit',
        '  counter-key="@(context.Subscription?.Id ?? context.Request.IpAddress)"',
        '  tokens-per-minute="5000" estimate-prompt-tokens="true"',
        '  remaining-tokens-header-name="X-Remaining-Tokens"',
        '  retry-after-header-name="Retry-After" />',
      ].join('\n'),
    },
  ],
  links: [tokenLimit],
  hints: [
    {
      when: { all: [messageSays('Token limit is exceeded'), { not: messageSays('Try again') }] },
      text: 'The message names no time to try again: this single request is larger than the limit, and retrying never helps.',
    },
  ],
  notes: ['A 429 that the model service itself sent is “4xx from the backend”.'],
  examples: {
    matches: [
      {
        ref: 'B-7',
        source: 'Several public AI gateways',
        row: {
          ResponseCode: 429,
          IsRequestSuccess: false,
          LastErrorReason: 'OpenAITokenLimitExceeded',
          LastErrorMessage: 'Token limit is exceeded. Try again in 41 seconds.',
          LastErrorSource: 'llm-token-limit',
          LastErrorSection: 'inbound',
          TotalTime: 6,
        },
      },
      {
        ref: 'B-8',
        source: 'msft-mfg-ai/ai-foundry-deployment-options',
        row: {
          ResponseCode: 403,
          LastErrorReason: 'OpenAITokenQuotaExceeded',
          LastErrorMessage: 'Token quota is exceeded. Try again in 2 days.',
          LastErrorSource: 'llm-token-limit',
        },
      },
      {
        source: 'Composed: the general reason, from the policy that counts tokens',
        row: {
          ResponseCode: 429,
          LastErrorReason: 'RateLimitExceeded',
          LastErrorMessage: 'Token limit is exceeded. Try again in 41 seconds.',
          LastErrorSource: 'llm-token-limit',
        },
      },
      {
        source: 'Nothing but the policy’s name',
        row: { ResponseCode: 429, LastErrorSource: 'azure-openai-token-limit' },
      },
    ],
    doesNotMatch: [
      {
        source: 'The model service throttles',
        is: 'backend-returned-4xx',
        row: { ResponseCode: 429, BackendResponseCode: 429 },
      },
    ],
  },
};
