import { messageSays, passesStatusOn, sourceIs } from '../../conditions';
import { namedBy, raisedBy } from '../../rules';
import type { Scenario } from '../../scenario';
import { checkHeader } from '../microsoft-links';

export const headerCheckFailed: Scenario = {
  id: 'header-check-failed',
  title: 'Header check failed',
  family: 'access',
  severity: 'info',
  owner: 'consumer',
  summary: 'The check-header policy did not find a header that it requires, or not with an allowed value.',
  match: [
    namedBy('HeaderNotFound', 'HeaderValueNotAllowed'),
    {
      at: 'message',
      basis: 'message',
      confidence: 'medium',
      when: {
        all: [
          { column: 'LastErrorMessage', op: 'startsWithIgnoreCase', value: 'Header ' },
          messageSays('was not found in the request', 'is not allowed. Access denied'),
          sourceIs('', 'check-header'),
          { not: passesStatusOn },
        ],
      },
    },
    raisedBy('check-header'),
  ],
  evidence: [
    'ResponseCode',
    'BackendResponseCode',
    'LastErrorMessage',
    'ApiId',
    'OperationId',
    'CallerIpAddress',
  ],
  causes: [
    'The client does not send the header, or spells its value otherwise.',
    'A proxy in front removes or changes the header.',
    'Calls come round the front end that would set the header.',
  ],
  checks: [
    {
      text: 'The message names the header. Compare with what the client sends, and with ignore-case in the policy.',
      query: { show: 'rows' },
    },
  ],
  remediation: ['Let the client send the header as the policy asks, or add its value to the policy.'],
  policies: [
    {
      title: 'In inbound: all values that are allowed, in upper or lower case',
      xml: [
        '<check-header',
        '  name="X-Region" ignore-case="true"',
        '  failed-check-httpcode="400" failed-check-error-message="X-Region is missing or not known.">',
        '  <value>europe</value>',
        '  <value>america</value>',
        '</check-header>',
      ].join('\n'),
    },
  ],
  links: [checkHeader],
  hints: [],
  notes: ['Status and text are chosen by the author of the policy; 501 was seen.'],
  examples: {
    matches: [
      {
        ref: 'A-33',
        source: 'Azure PaaS blog, part 2',
        row: {
          ResponseCode: 501,
          IsRequestSuccess: false,
          LastErrorMessage: 'Header BPC was not found in the request. Access denied.',
          TotalTime: 1,
        },
      },
      {
        ref: 'A-43',
        source: 'Azure PaaS blog, part 2',
        row: {
          ResponseCode: 501,
          BackendResponseCode: 0,
          LastErrorReason: 'HeaderNotFound',
          LastErrorMessage: 'Header RegionID was not found in the request. Access denied.',
          LastErrorSource: 'check-header',
        },
      },
      {
        source: 'Predefined errors of API Management',
        row: {
          ResponseCode: 401,
          LastErrorReason: 'HeaderValueNotAllowed',
          LastErrorMessage: 'Header X-Tier value of gold is not allowed. Access denied.',
          LastErrorSource: 'check-header',
        },
      },
      {
        source: 'Composed: a message chosen by the author, who copied one of the gateway’s own',
        row: {
          ResponseCode: 403,
          LastErrorMessage: 'Subscription key missing. Access denied due to missing subscription key',
          LastErrorSource: 'check-header',
        },
      },
      {
        source: 'The message chosen by the author',
        row: { ResponseCode: 401, LastErrorMessage: 'Not authorised', LastErrorSource: 'check-header' },
      },
    ],
    doesNotMatch: [],
  },
};
