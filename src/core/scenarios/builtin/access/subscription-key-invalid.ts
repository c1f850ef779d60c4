import { namedBy, toldBy } from '../../rules';
import type { Scenario } from '../../scenario';
import { subscriptions, unauthorized } from '../microsoft-links';

export const subscriptionKeyInvalid: Scenario = {
  id: 'subscription-key-invalid',
  title: 'Invalid subscription key',
  family: 'access',
  severity: 'warning',
  owner: 'consumer',
  summary: 'The request brought a subscription key that does not open this API.',
  match: [namedBy('SubscriptionKeyInvalid'), toldBy('Access denied due to invalid subscription key')],
  evidence: [
    'ResponseCode',
    'BackendResponseCode',
    'ApiId',
    'ProductId',
    'CallerIpAddress',
    'ApimSubscriptionId',
  ],
  causes: [
    'The key was regenerated, or belongs to another instance or environment.',
    'The subscription is suspended, cancelled or expired.',
    'The subscription is for a product that does not contain the API.',
  ],
  checks: [
    {
      text: 'Subscriptions of the instance: state and scope of the one that the caller uses.',
      query: { show: 'breakdown', by: 'ApiId' },
    },
    {
      text: 'Did many callers begin to fail at once? Then keys were regenerated or a product was changed.',
      query: { show: 'series' },
    },
  ],
  remediation: [
    'Give the caller the current key of an active subscription whose scope covers the API.',
    'To change keys without a gap, move callers to the secondary key before the primary one is regenerated.',
  ],
  links: [subscriptions, unauthorized],
  hints: [],
  notes: [],
  examples: {
    matches: [
      {
        source: 'Predefined errors of API Management',
        row: {
          ResponseCode: 401,
          IsRequestSuccess: false,
          LastErrorReason: 'SubscriptionKeyInvalid',
          LastErrorMessage:
            'Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.',
          LastErrorSource: 'authorization',
          LastErrorSection: 'inbound',
          TotalTime: 3,
        },
      },
    ],
    doesNotMatch: [
      {
        source: 'A backend’s own 401',
        is: 'backend-returned-4xx',
        row: { ResponseCode: 401, BackendResponseCode: 401 },
      },
    ],
  },
};
