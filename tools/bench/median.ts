export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** Runs them in turn, so that what else the machine does meets all alike; the first round only warms up. */
export async function timesInTurn(
  runs: number,
  tasks: readonly (() => Promise<unknown>)[],
): Promise<readonly (readonly number[])[]> {
  const times = tasks.map((): number[] => []);
  for (let round = 0; round <= runs; round++) {
    for (const [i, task] of tasks.entries()) {
      const start = performance.now();
      await task();
      if (round > 0) {
        times[i]?.push(performance.now() - start);
      }
    }
  }
  return times;
}

/** Median of the quotients of runs that followed each other. */
export function medianRatio(times: readonly number[], reference: readonly number[]): number {
  return median(times.map((time, i) => time / (reference[i] ?? NaN)));
}
