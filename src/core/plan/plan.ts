import type { RowColumn } from '../log';
import type { Predicate } from '../predicate';
import type { ClassifiedColumn, DimensionId } from './dimensions';
import type { MeasureUse } from './measures';
import type { Variables } from './written/variables';

/** From (included) to (excluded), milliseconds since 1970. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** A condition on a classified row. */
export type PlanPredicate = Predicate<ClassifiedColumn>;

/** Which rows: all of these conditions hold. */
export interface RowChoice {
  readonly range: TimeRange;
  readonly where: readonly PlanPredicate[];
}

/** The one shape that nearly every question about a gateway has: which rows, grouped by what, giving which numbers. */
export interface GroupPlan extends RowChoice {
  readonly gives: 'groups';
  /** Length of a time bucket in ms, or null for the range as a whole. */
  readonly stepMs: number | null;
  readonly dimensions: readonly DimensionId[];
  readonly measures: readonly MeasureUse[];
  /** Correlation id and message of the newest row of each group, as columns `SampleId` and `SampleMessage`. */
  readonly sample: boolean;
  /** More groups than this are an error of the query, never a silent cut. */
  readonly limit: number;
}

/** The newest rows themselves. */
export interface RowPlan extends RowChoice {
  readonly gives: 'rows';
  readonly columns: readonly (RowColumn | ClassifiedColumn)[];
  /** Whether texts are given whole, however long they are; otherwise at least as much as is shown of them. */
  readonly isWhole: boolean;
  readonly limit: number;
}

export type Plan = GroupPlan | RowPlan;

/** A query that somebody wrote by hand in the language of the log store. */
export interface WrittenPlan extends RowChoice {
  readonly gives: 'written';
  readonly text: string;
  /** What stands for the variables in the text. */
  readonly variables: Variables;
  /** Length of a time bucket in ms, for the text to use. */
  readonly stepMs: number;
  /** Whether nothing outside of the range is read, whatever the text says. */
  readonly isBounded: boolean;
}

/** Name of the column with the start of the bucket, in every table of a plan that has a step. */
export const BUCKET = 'Bucket';
export const SAMPLE_COLUMNS = { SampleId: 'CorrelationId', SampleMessage: 'LastErrorMessage' } as const;
