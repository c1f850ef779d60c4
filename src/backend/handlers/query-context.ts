import { GatewaylensError } from '../../core/errors';
import type { TimeRange } from '../../core/plan';
import type { QueryContext } from '../../core/query/kinds';
import type { Instance } from './instance';

/** @throws GatewaylensError for a range that is empty or runs backwards */
export function queryContext(
  { catalogue, settings: { services }, now }: Instance,
  range: TimeRange,
  maxDataPoints: number,
  forAlert: boolean,
): QueryContext {
  if (!(range.from < range.to)) {
    throw new GatewaylensError('range-invalid');
  }
  const at = now();
  return { catalogue, range: untilNow(range, at), maxDataPoints, forAlert, now: at, services };
}

/** "Today" ends tonight, but what is to come has no failures yet rather than none. */
function untilNow({ from, to }: TimeRange, now: number): TimeRange {
  return { from, to: from < now ? Math.min(to, now) : to };
}
