import type { Classification, Scenario } from '../scenarios';
import type { Condition } from './condition';
import type { RowError } from './row-errors';
import type { TimeSplit } from './time-split';

/** Everything that can be said of one row of the gateway’s log. */
export interface Explanation {
  readonly classification: Classification;
  /** Why the request failed, was masked or succeeded, in a sentence. */
  readonly because: string;
  /** The conditions on the outcome: those that held, or for a request that succeeded those that did not. */
  readonly outcome: readonly Condition[];
  /** The conditions of the rule that decided; undefined for a request that succeeded, or that no rule explains. */
  readonly rule?: Condition;
  /** Undefined for a request that succeeded. */
  readonly scenario?: ScenarioTexts;
  /** Advice for rows like this one: that of the scenario first. */
  readonly hints: readonly string[];
  /** Undefined when the row does not tell where its time went. */
  readonly time?: TimeSplit;
  readonly errors: readonly RowError[];
  /** What the row says, without what is missing. */
  readonly facts: readonly Fact[];
}

type Told =
  'id' | 'title' | 'severity' | 'summary' | 'causes' | 'remediation' | 'policies' | 'links' | 'notes';

/** What a scenario tells people; family and owner by their titles. */
export type ScenarioTexts = Pick<Scenario, Told> &
  Readonly<Record<'family' | 'owner', string>> & { readonly checks: readonly string[] };

export interface Fact {
  readonly column: string;
  readonly value: string;
  readonly meaning: string;
  readonly unit?: 'ms';
  /** A column that the scenario says to look at. */
  readonly evidence: boolean;
}
