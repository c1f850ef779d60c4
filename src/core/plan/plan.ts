import type { Predicate } from '../predicate';
import type { DimensionId, PlanColumn } from './dimensions';
import type { MeasureId } from './measures';

/** From (included) to (excluded), milliseconds since 1970. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** The one shape that every question about a gateway has: which rows, grouped by what, giving which numbers. */
export interface Plan {
  readonly range: TimeRange;
  /** All of these hold. */
  readonly where: readonly Predicate<PlanColumn>[];
  /** Length of a time bucket in ms, or null for the range as a whole. */
  readonly stepMs: number | null;
  readonly dimensions: readonly DimensionId[];
  readonly measures: readonly MeasureId[];
  /** More groups than this are an error of the query, never a silent cut. */
  readonly limit: number;
}

/** Name of the column with the start of the bucket, in every table of a plan that has a step. */
export const BUCKET = 'Bucket';
