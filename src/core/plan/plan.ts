import type { RowColumn } from '../log';
import type { Predicate } from '../predicate';
import type { ClassifiedColumn, DimensionId } from './dimensions';
import type { MeasureUse } from './measures';

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
  readonly limit: number;
}

export type Plan = GroupPlan | RowPlan;

/** Name of the column with the start of the bucket, in every table of a plan that has a step. */
export const BUCKET = 'Bucket';
export const SAMPLE_COLUMNS = { SampleId: 'CorrelationId', SampleMessage: 'LastErrorMessage' } as const;
