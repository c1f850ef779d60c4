/**
 * The columns that classification adds, as text of a query language. One expression finds the rule that a row meets and
 * packs scenario, family, confidence and basis into one text; the others take it apart, so the rules are tried once.
 */
import { outcomeRules, type Catalogue } from '../scenarios';
import type { Predicate } from '../predicate';
import type { ClassifiedColumn } from './dimensions';

/** Neither an id nor a word of ours contains it. */
export const SEPARATOR = '/';
export const packedParts = [
  'Scenario',
  'Family',
  'Confidence',
  'Basis',
] as const satisfies readonly ClassifiedColumn[];

export interface Branch {
  readonly when: Predicate<string>;
  readonly then: string;
}

export const outcomeBranches: readonly Branch[] = outcomeRules.map(({ outcome, when }) => ({
  when,
  then: outcome,
}));
export const OUTCOME_ELSE = 'succeeded';

export function ruleBranches(catalogue: Catalogue): readonly Branch[] {
  return [
    { when: { column: 'Outcome', op: 'equals', value: OUTCOME_ELSE }, then: pack('none', '', '', '') },
    ...catalogue.rules.map(({ when, scenario, family, confidence, basis }) => ({
      when,
      then: pack(scenario, family, confidence, basis),
    })),
  ];
}

export const RULE_ELSE = pack('unclassified', 'other', '', '');

function pack(...parts: readonly string[]): string {
  return parts.join(SEPARATOR);
}
