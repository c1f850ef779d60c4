import { bucketsOf } from './buckets';
import { episodes } from './episodes';

const MINUTE = 60_000;
const LATER = 60 * MINUTE;
const found = (counts: readonly number[], cutEnd = 0, now = counts.length * MINUTE - cutEnd) => {
  const range = { from: 0, to: counts.length * MINUTE - cutEnd };
  return episodes('s', counts, bucketsOf(range, MINUTE), range, now).map(
    ({ from, to, ongoing, count, peak }) => [from / MINUTE, to / MINUTE, ongoing, count, peak],
  );
};

it('finds a burst', () => {
  expect(found([0, 0, 0, 9, 12, 0, 0, 0], 0, LATER)).toEqual([[3, 5, false, 21, 12]]);
});

it('joins short gaps and keeps long ones apart', () => {
  expect(found([0, 9, 0, 0, 9, 0, 0, 0, 9, 0, 0, 0], 0, LATER)).toEqual([
    [1, 5, false, 18, 9],
    [8, 9, false, 9, 9],
  ]);
});

it('is ongoing when it reaches the last complete bucket', () => {
  expect(found([0, 0, 0, 0, 9, 9])).toEqual([[4, 6, true, 18, 9]]);
  expect(found([0, 0, 0, 0, 9, 2], 30_000)).toEqual([[4, 5.5, true, 11, 9]]);
});

it('is ongoing where only logs of the last five minutes are missing, which may be on their way', () => {
  expect(found([0, 0, 0, 9, 9, 0, 0, 0, 0])).toEqual([[3, 9, true, 18, 9]]);
  expect(found([0, 0, 0, 9, 9, 0, 0, 0, 0, 0])).toEqual([[3, 10, true, 18, 9]]);
  expect(found([0, 0, 0, 9, 9, 0, 0, 0, 0, 0, 0])).toEqual([[3, 5, false, 18, 9]]);
});

it('is over when the range is long past', () => {
  expect(found([0, 0, 0, 0, 9, 9], 0, LATER)).toEqual([[4, 6, false, 18, 9]]);
});

it('leaves the slow rise and fall around a peak out', () => {
  expect(found([0, 0, 2, 4, 40, 90, 30, 5, 2, 0, 0, 0, 0, 0, 0, 0])).toEqual([[4, 7, false, 160, 90]]);
});

it('finds an outage that fills more than half of the range', () => {
  expect(found([0, 0, 0, 50, 50, 50, 50, 50])).toEqual([[3, 8, true, 250, 50]]);
});

it('takes a constant background, or a few single failures, for no episode', () => {
  expect(found([30, 28, 33, 31, 30, 40, 30, 29])).toEqual([]);
  expect(found([0, 1, 0, 4, 0, 0, 2, 0])).toEqual([]);
  expect(found([])).toEqual([]);
});
