/** The bucket that contains a time, by its index; undefined where there is none. */
export function bucketAt(times: readonly number[], stepMs: number, time: number): number | undefined {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? Infinity) <= time) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const start = times[low - 1];
  return start !== undefined && time < start + stepMs ? low - 1 : undefined;
}
