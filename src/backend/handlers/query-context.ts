import { GatewaylensError } from '../../core/errors';
import type { TimeRange } from '../../core/plan';
import type { QueryContext } from '../../core/query/kinds';
import type { Instance } from './instance';

/** The last and, with a minus, the first time that there is a date for, ms. */
const LAST = 8.64e15;

/** @throws GatewaylensError for a range that is empty, runs backwards or leaves the calendar */
export function queryContext(
  { catalogue, settings: { services }, now }: Instance,
  range: TimeRange,
  maxDataPoints: number,
  forAlert: boolean,
): QueryContext {
  if (!(-LAST <= range.from && range.from < range.to && range.to <= LAST)) {
    throw new GatewaylensError('range-invalid');
  }
  const at = now();
  return { catalogue, range: untilNow(range, at), maxDataPoints, forAlert, now: at, services };
}

/** "Today" ends tonight, but what is to come has no failures yet rather than none. */
function untilNow({ from, to }: TimeRange, now: number): TimeRange {
  return { from, to: from < now ? Math.min(to, now) : to };
}
