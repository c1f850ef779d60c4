import { amount } from '../amount';
import { GatewaylensError } from '../errors';
import type { TimeRange } from '../plan';
import { steps, type Step } from './model';

/** More would neither fit a screen nor an answer. */
const MAX_BUCKETS = 5000;
const AUTO_BUCKETS = 240;
const DAY = steps['1d'];
const HOUR = steps['1h'];
const lengths: readonly number[] = Object.values(steps);

export interface Buckets {
  readonly stepMs: number;
  /** Starts of all buckets that the range touches, ascending, aligned in UTC. */
  readonly starts: readonly number[];
  /** Seconds of each bucket that the range covers. */
  readonly seconds: readonly number[];
  /** Starts of those that it covers only in part. */
  readonly incomplete: readonly number[];
}

/** The step of a query. `auto` gives at most 240 buckets, or as many as the screen has points if those are fewer. */
export function stepMs(step: Step | 'auto', range: TimeRange, maxDataPoints: number): number {
  if (step !== 'auto') {
    return steps[step];
  }
  const wanted = Math.min(AUTO_BUCKETS, maxDataPoints > 0 ? maxDataPoints : AUTO_BUCKETS);
  const span = range.to - range.from;
  // Beyond all steps whole days, as many as it takes: a single wrong clock stretches the range of a log by decades.
  const days = Math.ceil(span / (MAX_BUCKETS - 1) / DAY);
  return lengths.find((length) => span / length <= wanted) ?? Math.max(1, days) * DAY;
}

/**
 * The length of a query's buckets in ms.
 * @throws GatewaylensError when the range would have too many of them
 */
export function bucketMs(
  step: Step | 'auto',
  { range, maxDataPoints }: { readonly range: TimeRange; readonly maxDataPoints: number },
): number {
  const length = stepMs(step, range, maxDataPoints);
  numberOf(range, length);
  return length;
}

const firstOf = ({ from }: TimeRange, length: number) => Math.floor(from / length) * length;

function numberOf(range: TimeRange, length: number): number {
  const number = Math.ceil((range.to - firstOf(range, length)) / length);
  if (number > MAX_BUCKETS) {
    throw new GatewaylensError('too-many-buckets', {
      range: duration(range.to - range.from),
      step: duration(length),
      buckets: number,
      allowed: MAX_BUCKETS,
    });
  }
  return number;
}

/** @throws GatewaylensError when the range would have too many of them */
export function bucketsOf(range: TimeRange, length: number): Buckets {
  const first = firstOf(range, length);
  const number = numberOf(range, length);
  const starts = Array.from({ length: number }, (_, i) => first + i * length);
  const seconds = starts.map(
    (start) => (Math.min(start + length, range.to) - Math.max(start, range.from)) / 1000,
  );
  return {
    stepMs: length,
    starts,
    seconds,
    incomplete: starts.filter((_, i) => (seconds[i] ?? 0) * 1000 < length),
  };
}

function duration(ms: number): string {
  const rounded = (size: number) => Math.round((ms / size) * 10) / 10;
  return ms >= DAY
    ? amount(rounded(DAY), 'day')
    : ms >= HOUR
      ? amount(rounded(HOUR), 'hour')
      : `${amount(rounded(1000))} s`;
}
