import { namedBy, toldBy } from '../../rules';
import type { Scenario } from '../../scenario';
import { subscriptions, unauthorized } from '../microsoft-links';

export const subscriptionKeyMissing: Scenario = {
  id: 'subscription-key-missing',
  title: 'Missing subscription key',
  family: 'access',
  severity: 'info',
  owner: 'consumer',
  summary: 'The API asks for a subscription key and the request brought none.',
  match: [namedBy('SubscriptionKeyNotFound'), toldBy('Access denied due to missing subscription key')],
  evidence: ['ResponseCode', 'BackendResponseCode', 'ApiId', 'ProductId', 'CallerIpAddress', 'Method', 'Url'],
  causes: [
    'The client sends no key, or under another name than the API expects.',
    'The key travels in a header that a proxy or the browser’s preflight drops.',
    'The API came to require a key when it was added to a product or its setting was changed.',
  ],
  checks: [
    {
      text: 'Settings of the API > Subscription: is a key required, and what are header and query parameter called?',
      query: { show: 'breakdown', by: 'ApiId' },
    },
    { text: 'See whether one caller or all of them fail, and since when.', query: { show: 'series' } },
  ],
  remediation: [
    'Send the key of an active subscription in the header that the API names, Ocp-Apim-Subscription-Key by default.',
    'If the API is meant to be open, switch “Subscription required” off for it and its product.',
  ],
  links: [subscriptions, unauthorized],
  hints: [],
  notes: [
    'The query parameter is read only when the header is absent. Both names can be changed for each API.',
  ],
  examples: {
    matches: [
      {
        ref: 'A-28',
        source: 'Azure PaaS blog, part 1',
        row: {
          ResponseCode: 401,
          IsRequestSuccess: false,
          LastErrorReason: 'SubscriptionKeyNotFound',
          LastErrorMessage:
            'Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.',
          LastErrorSource: 'authorization',
          LastErrorSection: 'inbound',
          TotalTime: 2,
        },
      },
    ],
    doesNotMatch: [
      {
        source: 'A key that is wrong is another matter',
        is: 'subscription-key-invalid',
        row: {
          ResponseCode: 401,
          LastErrorReason: 'SubscriptionKeyInvalid',
          LastErrorMessage:
            'Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.',
        },
      },
      {
        source: 'A backend that is an API Management itself',
        is: 'backend-returned-4xx',
        row: {
          ResponseCode: 401,
          BackendResponseCode: 401,
          LastErrorMessage: 'Access denied due to missing subscription key.',
        },
      },
    ],
  },
};
