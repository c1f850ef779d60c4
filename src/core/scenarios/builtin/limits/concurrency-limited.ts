import { refusedBy } from '../../rules';
import type { Scenario } from '../../scenario';
import { limitConcurrency } from '../microsoft-links';

export const concurrencyLimited: Scenario = {
  id: 'concurrency-limited',
  title: 'Concurrency limit reached',
  family: 'limits',
  severity: 'warning',
  owner: 'api-publisher',
  summary:
    'More requests were inside a limit-concurrency policy at once than it admits; the others were refused immediately.',
  match: [refusedBy('limit-concurrency')],
  evidence: ['ResponseCode', 'BackendResponseCode', 'LastErrorSource', 'ApiId', 'OperationId', 'TotalTime'],
  causes: [
    'The backend became slower, so that requests stay inside for longer.',
    'More callers at once than the limit was set for.',
  ],
  checks: [
    {
      text: 'BackendTime of the requests that succeeded at that time, against an ordinary hour.',
      query: { show: 'timing' },
    },
  ],
  remediation: [
    'Speed the backend up, or raise max-count if the backend can bear it.',
    'Let clients retry after a pause.',
  ],
  policies: [
    {
      title: 'In backend: as many calls at once as the backend can bear, and none that hangs for long',
      xml: [
        '<backend>',
        '  <limit-concurrency key="@(context.Api.Id)" max-count="50">',
        '    <forward-request timeout="30" />',
        '  </limit-concurrency>',
        '</backend>',
      ].join('\n'),
    },
  ],
  links: [limitConcurrency],
  hints: [],
  notes: ['What the policy writes into reason and message is not public; its name is all that counts.'],
  examples: {
    matches: [
      {
        source: 'Composed from the documentation of the policy',
        row: {
          ResponseCode: 429,
          IsRequestSuccess: false,
          LastErrorSource: 'limit-concurrency',
          LastErrorSection: 'backend',
          TotalTime: 1,
        },
      },
    ],
    doesNotMatch: [],
  },
};
