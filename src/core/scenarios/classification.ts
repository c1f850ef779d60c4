import type { Outcome } from './outcome';
import type { Basis, Confidence, Family } from './scenario';

export interface Classification {
  readonly outcome: Outcome;
  /** A scenario's id, `unclassified`, or `none` for a request that succeeded. */
  readonly scenario: string;
  readonly family: Family | '';
  readonly confidence: Confidence | '';
  readonly basis: Basis | '';
}

/** What a request that succeeded is. */
export const NONE: Omit<Classification, 'outcome'> = {
  scenario: 'none',
  family: '',
  confidence: '',
  basis: '',
};

/** No scenario’s id: it stands for series that were added up. */
export const ADDED_UP = 'other-series';

/** What a request that failed is where no rule explains it. */
export const UNCLASSIFIED: Omit<Classification, 'outcome'> = {
  scenario: 'unclassified',
  family: 'other',
  confidence: '',
  basis: '',
};
