import type { Family } from '../../src/core/scenarios';

/** Name of the constant that holds a scenario. */
export function exportName(id: string): string {
  return id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** A scenario that compiles; tests name every text that is still to be filled in. */
export function scenarioText(family: Family, id: string): string {
  return `import { namedBy, toldBy } from '../../rules';
import type { Scenario } from '../../scenario';
import { errorHandling } from '../microsoft-links';

export const ${exportName(id)}: Scenario = {
  id: '${id}',
  title: '(fill in) A few words',
  family: '${family}',
  severity: 'warning',
  owner: 'platform-team',
  summary: '(fill in) What it means, in one or two sentences.',
  match: [
    namedBy('(fill in) LastErrorReason that stands for it alone'),
    toldBy('(fill in) words of LastErrorMessage that nothing else says'),
  ],
  evidence: ['LastErrorReason', 'LastErrorMessage', 'LastErrorSource', 'ResponseCode', 'BackendResponseCode'],
  causes: ['(fill in) Why it happens, the most likely first.'],
  checks: ['(fill in) What to look at first.'],
  remediation: ['(fill in) What to do, the usual remedy first.'],
  links: [errorHandling],
  hints: [],
  notes: [],
  examples: {
    matches: [
      {
        source: '(fill in) Where such a row was seen',
        row: {
          ResponseCode: 500,
          IsRequestSuccess: false,
          LastErrorReason: '(fill in) LastErrorReason that stands for it alone',
          LastErrorMessage: '(fill in) words of LastErrorMessage that nothing else says',
          LastErrorSource: '(fill in) policy that raised it',
        },
      },
    ],
    doesNotMatch: [
      {
        source: '(fill in) What tells it from this',
        is: 'unclassified',
        row: { ResponseCode: 500, LastErrorMessage: '(fill in) a row that looks alike' },
      },
    ],
  },
};
`;
}
