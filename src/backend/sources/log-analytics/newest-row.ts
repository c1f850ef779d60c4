/**
 * How old the newest row of the log is. A range that ends now and whose last part is empty looks like good news: every request
 * for such a range asks this along with the rest.
 */
import type { Notice } from '../../../core/frames';
import { reader, type Plan, type PlanPredicate, type Table, type TimeRange } from '../../../core/plan';
import { LATE_MS, STALE_MS, span } from './lateness';

/** Ranges of a dashboard end up to a minute earlier than now, and a request takes its time. */
const NOW_MS = 3 * 60_000;

export const endsNow = ({ to }: TimeRange, now: number): boolean => to > now - NOW_MS;

/** @param where what keeps to the chosen instances, and none of the conditions of a query */
export const newestRowPlan = (range: TimeRange, where: readonly PlanPredicate[]): Plan => ({
  gives: 'groups',
  range,
  where,
  stepMs: null,
  dimensions: [],
  measures: [{ measure: 'lastSeen', as: 'LastSeen' }],
  sample: false,
  limit: 1,
});

export interface NewestRow {
  /** Time of the newest row; null where there is none in what was read. */
  readonly time: number | null;
  /** Where that began. */
  readonly from: number;
}

export function newestRowIn(table: Table, { from }: TimeRange): NewestRow {
  const time = table.rows[0] && reader(table)(table.rows[0], 'LastSeen');
  return { time: typeof time === 'number' ? time : null, from };
}

/** @returns nothing for a log that is as new as can be expected */
export function newestRowNotices(
  { time, from }: NewestRow,
  range: TimeRange,
  now: number,
): readonly Notice[] {
  const age = now - (time ?? from);
  // Of an hour, the last quarter is much.
  const most = Math.min(STALE_MS, Math.max(LATE_MS, (range.to - range.from) / 2));
  if (time !== null && age <= most) {
    return [];
  }
  const text = `The newest row of the log, whatever the filters, is ${time === null ? 'older than' : 'of'} ${span(age)}${time === null ? '' : ' ago'}. Rows usually come within some minutes: either there were no requests, or the logs are delayed or no longer sent, and the end of this range is not complete. “Save & test” of the data source tells more.`;
  return [{ severity: 'warning', text }];
}
