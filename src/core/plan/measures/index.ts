import type { RowColumn } from '../../log';
import type { Predicate } from '../../predicate';
import type { ClassifiedColumn } from '../dimensions';
import { count } from './count';
import { distinct } from './distinct';
import type { Measure, TimeColumn } from './measure';
import { percentile, type Percent } from './percentile';
import { firstSeen, lastSeen } from './seen';
import { sum } from './sum';

type Asked =
  | { readonly measure: 'count' | 'firstSeen' | 'lastSeen' }
  | { readonly measure: 'sum'; readonly column: TimeColumn }
  | { readonly measure: 'percentile'; readonly column: TimeColumn; readonly percent: Percent }
  | {
      readonly measure: 'distinct';
      readonly column: Extract<RowColumn, 'CallerIpAddress' | 'ApimSubscriptionId'>;
    };

/** Requests whose total time is at or above the 95th or 99th percentile of all rows of the plan. */
export type Slowest = 'slowest5' | 'slowest1';

/** A measure of a plan: a number with a name, of all rows of the group or of some of them. */
export type MeasureUse = Asked & {
  /** Name of its column in the table. */
  readonly as: string;
  /** Only rows that meet this. */
  readonly where?: Predicate<ClassifiedColumn>;
  readonly among?: Slowest;
};

const measures = { count, sum, percentile, firstSeen, lastSeen, distinct } as const;

/** The measure that a use names; it reads its parameters from the use itself. */
export function measureOf(use: MeasureUse): Measure<MeasureUse> {
  return measures[use.measure] as Measure<MeasureUse>;
}

export type { TimeColumn } from './measure';
