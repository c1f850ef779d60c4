import type { Episode } from '../frames';
import type { TimeRange } from '../plan';
import type { Buckets } from './buckets';

/** Fewer requests than this in a bucket are no episode, however quiet it was before. */
const LEAST = 5;
/** Quiet buckets that an episode may contain. */
const GAP = 2;
/** Buckets at either end with less than this share of its peak do not belong to an episode. */
const EDGE = 1 / 5;
/** Logs arrive some minutes late: nothing in buckets of the last minutes does not tell that an episode is over. */
const LATE_MS = 5 * 60_000;

/**
 * When a scenario was far above its quiet level. An episode has a bucket above the high mark and reaches as far as
 * buckets stay above the low one, short gaps included; where the range ends now, it is ongoing if that is the last complete
 * bucket, or one so young that logs of later ones may still be on their way.
 *
 * The quiet level is the lower quartile of the range, not its median, so that an outage that fills half of what is shown
 * is still one; a constant background is none.
 */
export function episodes(
  scenario: string,
  counts: readonly number[],
  buckets: Buckets,
  range: TimeRange,
  now: number,
): Episode[] {
  const { starts, stepMs, incomplete } = buckets;
  const isComplete = (index: number) => !incomplete.includes(starts[index] ?? 0);
  const { high, low } = marks(incomplete.length === 0 ? counts : counts.filter((_, i) => isComplete(i)));
  const raised: number[] = [];
  counts.forEach((count, index) => count > low && raised.push(index));
  const lastComplete = lastIndex(starts.length, isComplete);
  const reachesNow = range.to >= now - Math.max(stepMs, LATE_MS);
  return joined(raised)
    .filter(([first, last]) => counts.slice(first, last + 1).some((count) => count > high))
    .map((span) => trimmed(span, counts))
    .map(([first, last]) => {
      const inside = counts.slice(first, last + 1);
      const end = (starts[last] ?? 0) + stepMs;
      const ongoing = reachesNow && (last >= lastComplete || end >= now - LATE_MS);
      return {
        scenario,
        from: Math.max(starts[first] ?? 0, range.from),
        to: ongoing ? range.to : Math.min(end, range.to),
        ongoing,
        count: inside.reduce((sum, count) => sum + count, 0),
        peak: Math.max(...inside),
      };
    });
}

/** The last of so many indices for which it holds, or -1. */
function lastIndex(length: number, holds: (index: number) => boolean): number {
  let index = length - 1;
  while (index >= 0 && !holds(index)) {
    index -= 1;
  }
  return index;
}

/** A slow rise and fall, as that of a day, would make an episode of the whole day. */
function trimmed(
  [first, last]: readonly [number, number],
  counts: readonly number[],
): readonly [number, number] {
  const inside = counts.slice(first, last + 1);
  const least = Math.max(...inside) * EDGE;
  const from = inside.findIndex((count) => count >= least);
  const to = inside.length - 1 - [...inside].reverse().findIndex((count) => count >= least);
  return [first + from, first + to];
}

/** Multiples of the quiet level and its noise. */
function marks(counts: readonly number[]): { high: number; low: number } {
  const sorted = new Uint32Array(counts).sort();
  const quiet = sorted[Math.floor(sorted.length / 4)] ?? 0;
  const noisy = quiet + Math.sqrt(quiet);
  return { high: Math.max(LEAST - 1, 3 * noisy), low: Math.max(1, 1.5 * noisy) };
}

/** Spans of neighbouring indices, first to last. */
function joined(indices: readonly number[]): (readonly [number, number])[] {
  const spans: [number, number][] = [];
  for (const index of indices) {
    const span = spans.at(-1);
    if (span && index - span[1] <= GAP + 1) {
      span[1] = index;
    } else {
      spans.push([index, index]);
    }
  }
  return spans;
}
