/**
 * The columns that classification adds, as text of a query language. One expression finds the rule that a row meets and
 * packs scenario, family, confidence and basis into one text; the others take it apart, so the rules are tried once.
 */
import { oncePer } from '../once-per';
import { columnsOf, type Predicate } from '../predicate';
import { NONE, outcomeRules, UNCLASSIFIED, type Catalogue, type Classification } from '../scenarios';
import type { ClassifiedColumn } from './dimensions';

/** Neither an id nor a word of ours contains it. */
export const SEPARATOR = '/';
export const packedParts = [
  'Scenario',
  'Family',
  'Confidence',
  'Basis',
] as const satisfies readonly ClassifiedColumn[];

export interface Branch<P = Predicate<string>> {
  readonly when: P;
  readonly then: string;
}

export const outcomeBranches: readonly Branch[] = outcomeRules.map(({ outcome, when }) => ({
  when,
  then: outcome,
}));
export const OUTCOME_ELSE = 'succeeded';

export const ruleBranches = oncePer((catalogue: Catalogue): readonly Branch[] => [
  { when: { column: 'Outcome', op: 'equals', value: OUTCOME_ELSE }, then: pack(NONE) },
  ...catalogue.rules.map(({ when, gives }) => ({ when, then: pack(gives) })),
]);

/** The columns that branches read. */
export const columnsOfBranches = oncePer((branches: readonly Branch[]): readonly string[] => [
  ...new Set(branches.flatMap(({ when }) => columnsOf(when))),
]);

export const RULE_ELSE = pack(UNCLASSIFIED);

function pack({ scenario, family, confidence, basis }: Omit<Classification, 'outcome'>): string {
  return [scenario, family, confidence, basis].join(SEPARATOR);
}
