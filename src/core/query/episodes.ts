import type { Episode } from '../frames';
import type { Buckets } from './buckets';

/** Fewer requests than this in a bucket are no episode, however quiet it was before. */
const LEAST = 5;
/** Quiet buckets that an episode may contain. */
const GAP = 2;

/**
 * When a scenario was far above its quiet level. An episode has a bucket above the high mark and reaches as far as
 * buckets stay above the low one, short gaps included; it is ongoing if that is the last complete bucket.
 *
 * The quiet level is the lower quartile of the range, not its median, so that an outage that fills half of what is shown
 * is still one; a constant background is none.
 */
export function episodes(
  scenario: string,
  counts: readonly number[],
  buckets: Buckets,
  rangeTo: number,
): Episode[] {
  const { starts, stepMs, incomplete } = buckets;
  const isComplete = (index: number) => !incomplete.includes(starts[index] ?? 0);
  const { high, low } = marks(counts.filter((_, index) => isComplete(index)));
  const raised = counts.flatMap((count, index) => (count > low ? [index] : []));
  return joined(raised)
    .map(([first, last]) => ({ first, last, inside: counts.slice(first, last + 1) }))
    .filter(({ inside }) => inside.some((count) => count > high))
    .map(({ first, last, inside }) => {
      const ongoing = !counts.some((_, index) => index > last && isComplete(index));
      return {
        scenario,
        from: starts[first] ?? 0,
        to: ongoing ? rangeTo : Math.min((starts[last] ?? 0) + stepMs, rangeTo),
        ongoing,
        count: inside.reduce((sum, count) => sum + count, 0),
        peak: Math.max(...inside),
      };
    });
}

/** Multiples of the quiet level and its noise. */
function marks(counts: readonly number[]): { high: number; low: number } {
  const sorted = [...counts].sort((a, b) => a - b);
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
