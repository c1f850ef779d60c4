import type { CanonicalRow } from '../log';
import { holds } from '../predicate';
import type { Catalogue } from './catalogue';
import { outcomeRules, type Outcome } from './outcome';
import type { Basis, Confidence, Family } from './scenario';

export interface Classification {
  readonly outcome: Outcome;
  /** A scenario's id, `unclassified`, or `none` for a request that succeeded. */
  readonly scenario: string;
  readonly family: Family | '';
  readonly confidence: Confidence | '';
  readonly basis: Basis | '';
}

/** Why this row failed: the reference meaning of the catalogue, row by row. */
export function classify(row: CanonicalRow, catalogue: Catalogue): Classification {
  const outcome = outcomeRules.find(({ when }) => holds(when, row))?.outcome ?? 'succeeded';
  if (outcome === 'succeeded') {
    return { outcome, scenario: 'none', family: '', confidence: '', basis: '' };
  }
  const rule = catalogue.rules.find(({ when }) => holds(when, row));
  return rule
    ? {
        outcome,
        scenario: rule.scenario,
        family: rule.family,
        confidence: rule.confidence,
        basis: rule.basis,
      }
    : { outcome, scenario: 'unclassified', family: 'other', confidence: '', basis: '' };
}
