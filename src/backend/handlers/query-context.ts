import { GatewaylensError } from '../../core/errors';
import { END_OF_TIME } from '../../core/frames';
import type { TimeRange } from '../../core/plan';
import type { QueryContext } from '../../core/query/kinds';
import type { Instance } from './instance';

/** So that what is asked of the time before a range has a date in every engine, too; ms. */
const FIRST = Date.UTC(1900, 0, 1);

/** @throws GatewaylensError for a range that is empty, runs backwards or is of no time that has logs */
export function queryContext(
  { catalogue, settings: { services }, now }: Instance,
  range: TimeRange,
  maxDataPoints: number,
  forAlert: boolean,
): QueryContext {
  if (!(FIRST <= range.from && range.from < range.to && range.to <= END_OF_TIME)) {
    throw new GatewaylensError('range-invalid');
  }
  const at = now();
  return { catalogue, range: untilNow(range, at), maxDataPoints, forAlert, now: at, services };
}

/** "Today" ends tonight, but what is to come has no failures yet rather than none. */
function untilNow({ from, to }: TimeRange, now: number): TimeRange {
  return { from, to: from < now ? Math.min(to, now) : to };
}
