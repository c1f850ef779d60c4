import type { Rule } from '../core/scenarios';

const evidences: Readonly<Record<Rule['at'], string>> = {
  reason: 'the reason that the gateway recorded',
  message: 'the message',
  source: 'the source',
  status: 'the status codes',
};

/** What a rule goes by. */
export const evidenceWords = ({ at }: Rule) => `By ${evidences[at]}`;

/** How sure a rule is, and what readers are told that it rests on. */
export function confidenceWords({ at, basis, confidence }: Rule): string {
  return `${confidence} confidence${basis === at ? '' : `, based on ${basis.replace('+', ' and ')}`}`;
}

export function recognitionWords(rules: readonly Rule[]): string {
  return rules.length === 0
    ? 'By no rule of its own: it is what all others leave.'
    : rules.length === 1
      ? 'One rule recognises it in a failed or masked request:'
      : `Any of ${rules.length} rules recognises it in a failed or masked request:`;
}
