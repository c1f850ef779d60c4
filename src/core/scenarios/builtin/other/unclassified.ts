import type { Scenario } from '../../scenario';
import { errorHandling, logReference, requestTracing } from '../microsoft-links';

/** What no rule explains. It has none of its own, so that it is never anything but the rest. */
export const unclassified: Scenario = {
  id: 'unclassified',
  title: 'Unclassified',
  family: 'other',
  severity: 'warning',
  owner: 'platform-team',
  summary: 'The request failed, and nothing in its log row is known to say why.',
  match: [],
  evidence: ['ResponseCode', 'BackendResponseCode', 'LastErrorReason', 'LastErrorMessage', 'LastErrorSource'],
  causes: [
    'A message or reason that the catalogue does not know yet.',
    'A row with too little in it to tell.',
  ],
  checks: [
    {
      text: 'Read LastErrorReason, LastErrorMessage and LastErrorSource of some rows.',
      query: { show: 'rows' },
    },
    { text: 'Trace one such request.', query: { show: 'breakdown', by: 'LastErrorSource' } },
  ],
  remediation: [
    'Teach the catalogue: add a scenario of your own for the message, so that it is counted by its name from then on.',
  ],
  links: [errorHandling, logReference, requestTracing],
  hints: [],
  notes: ['Better unclassified than wrong: a guess would send somebody to the wrong team.'],
  examples: {
    matches: [
      { source: 'A message that nothing explains', row: { ResponseCode: 500, LastErrorMessage: 'whatever' } },
      { source: 'Nothing to go by', row: { ResponseCode: 0 } },
    ],
    doesNotMatch: [],
  },
};
