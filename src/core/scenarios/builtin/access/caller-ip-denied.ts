import { messageSays } from '../../conditions';
import { namedBy, refusedBy } from '../../rules';
import type { Scenario } from '../../scenario';
import { ipFilter, throttling } from '../microsoft-links';

export const callerIpDenied: Scenario = {
  id: 'caller-ip-denied',
  title: 'Caller’s address refused',
  family: 'access',
  severity: 'info',
  owner: 'consumer',
  summary: 'The ip-filter policy does not admit the address from which the request came.',
  match: [
    namedBy('CallerIpNotAllowed', 'CallerIpBlocked', 'FailedToParseCallerIP'),
    {
      at: 'message',
      basis: 'message',
      confidence: 'medium',
      when: {
        any: [
          { all: [messageSays('Caller IP address'), messageSays('is not allowed', 'is blocked')] },
          messageSays('Failed to establish IP address for the caller'),
        ],
      },
    },
    refusedBy('ip-filter'),
  ],
  evidence: [
    'ResponseCode',
    'BackendResponseCode',
    'CallerIpAddress',
    'LastErrorMessage',
    'ApiId',
    'ProductId',
  ],
  causes: [
    'The caller’s address is not in the list, for example after its outbound address changed.',
    'A proxy or application gateway stands before the gateway: the policy sees its address, not the client’s.',
  ],
  checks: [
    { text: 'CallerIpAddress against the ranges of the policy.', query: { show: 'rows' } },
    {
      text: 'Is CallerIpAddress the same for all clients? Then it is a proxy’s.',
      query: { show: 'breakdown', by: 'ApimSubscriptionId' },
    },
  ],
  remediation: [
    'Add the caller’s range to ip-filter, if it is to be admitted.',
    'Behind a proxy compare the address that the proxy forwards, or filter at the proxy.',
  ],
  policies: [
    {
      title: 'In inbound: the addresses that are admitted',
      xml: [
        '<ip-filter action="allow">',
        '  <address>203.0.113.7</address>',
        '  <address-range from="198.51.100.0" to="198.51.100.255" />',
        '</ip-filter>',
      ].join('\n'),
    },
  ],
  links: [ipFilter, throttling],
  hints: [],
  notes: ['A bare 403 without reason, message or source is not taken for this: many policies answer 403.'],
  examples: {
    matches: [
      {
        ref: 'A-31',
        source: 'Microsoft, 403 and 429 errors',
        row: {
          ResponseCode: 403,
          IsRequestSuccess: false,
          LastErrorSource: 'ip-filter',
          LastErrorSection: 'inbound',
          TotalTime: 1,
        },
      },
      {
        source: 'Predefined errors of API Management',
        row: {
          ResponseCode: 403,
          LastErrorReason: 'CallerIpNotAllowed',
          LastErrorMessage: 'Caller IP address 203.0.113.7 is not allowed. Access denied.',
          LastErrorSource: 'ip-filter',
          CallerIpAddress: '203.0.113.7',
        },
      },
    ],
    doesNotMatch: [
      {
        source: 'Nothing says which policy refused',
        is: 'policy-changed-status',
        row: { ResponseCode: 403 },
      },
    ],
  },
};
