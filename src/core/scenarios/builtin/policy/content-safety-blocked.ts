import { namedBy, refusedBy, toldBy } from '../../rules';
import type { Scenario } from '../../scenario';
import { contentSafety } from '../microsoft-links';

export const contentSafetyBlocked: Scenario = {
  id: 'content-safety-blocked',
  title: 'Blocked by content safety',
  family: 'policy',
  severity: 'warning',
  owner: 'api-publisher',
  summary:
    'The llm-content-safety policy did not let the prompt or the answer pass, or could not ask the safety service.',
  match: [
    namedBy('ContentSafetyPolicyViolated'),
    toldBy('Request failed content safety check'),
    refusedBy('llm-content-safety'),
  ],
  evidence: [
    'ResponseCode',
    'BackendResponseCode',
    'LastErrorMessage',
    'ApiId',
    'OperationId',
    'ApimSubscriptionId',
    'TotalTime',
  ],
  causes: [
    'The prompt holds what the policy is set to block.',
    'The safety service refuses the gateway (no credentials in its backend, or the role “Cognitive Services User” is missing), so that everything is blocked.',
    'The text is longer than the safety service accepts.',
  ],
  checks: [
    {
      text: 'Is everything blocked, or only some requests? Everything points to the gateway’s access to the safety service.',
      query: { show: 'series' },
    },
    {
      text: 'Trace one such request: the call to the safety service and its status.',
      query: { show: 'rows' },
    },
  ],
  remediation: [
    'Adjust categories and thresholds of the policy, if it blocks too much.',
    'Give the gateway’s managed identity the role “Cognitive Services User” on the Content Safety resource.',
  ],
  policies: [
    {
      title: 'In inbound: block from a higher level on',
      xml: [
        '<llm-content-safety backend-id="content-safety" shield-prompt="true">',
        '  <categories output-type="EightSeverityLevels">',
        '    <category name="Hate" threshold="4" />',
        '    <category name="Violence" threshold="4" />',
        '  </categories>',
        '</llm-content-safety>',
      ].join('\n'),
    },
  ],
  links: [contentSafety],
  hints: [
    {
      when: {
        any: [401, 403].map((value) => ({ column: 'BackendResponseCode', op: 'equals', value }) as const),
      },
      text: 'The last call that the gateway made was itself refused: rather the safety service refuses the gateway than that the prompt was blocked.',
    },
  ],
  notes: [
    'A single row cannot tell a blocked prompt from a safety service that cannot be asked; the share of blocked requests can.',
  ],
  examples: {
    matches: [
      {
        ref: 'B-13',
        source: 'Several public AI gateways',
        row: {
          ResponseCode: 403,
          IsRequestSuccess: false,
          LastErrorReason: 'ContentSafetyPolicyViolated',
          LastErrorMessage: 'Request failed content safety check.',
          LastErrorSource: 'llm-content-safety',
          LastErrorSection: 'inbound',
          TotalTime: 140,
        },
      },
      {
        source: 'Nothing but the policy’s name',
        row: { ResponseCode: 403, LastErrorSource: 'llm-content-safety' },
      },
    ],
    doesNotMatch: [],
  },
};
