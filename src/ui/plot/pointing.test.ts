import { bucketAt } from './bucket-at';
import { isolatedAfter, shownOf } from './isolation';
import type { Layer } from './layer';
import { placedLevels } from './levels';
import { layerAt, tooltipRows } from './tooltip-rows';

const layer = (key: string, values: readonly (number | null)[], tooltip = false) =>
  ({
    key,
    name: key,
    color: 'red',
    values,
    hiddenFrom: { viz: false, legend: false, tooltip },
  }) as unknown as Layer;

it.each([
  [-1, undefined],
  [0, 0],
  [9, 0],
  [10, 1],
  [25, undefined],
  [30, 2],
  [39, 2],
  [40, undefined],
  [NaN, undefined],
])('finds the bucket at %d', (time, bucket) => {
  expect(bucketAt([0, 10, 30], 10, time)).toBe(bucket);
});

it('tells the numbers of a bucket, the largest first, without nothing and what an override hides', () => {
  const layers = [
    layer('a', [1]),
    layer('b', [3]),
    layer('c', [0]),
    layer('d', [null]),
    layer('e', [9], true),
  ];
  expect(tooltipRows(layers, 0).map(({ key, value }) => [key, value])).toEqual([['b', 3], ['a', 1]]); // prettier-ignore
});

it('finds the area that a pointer is on, and the nearest line', () => {
  const layers = [layer('a', [2]), layer('b', [0]), layer('c', [3])];
  const areas = [[2], [2], [5]];
  const at = (value: number) => layerAt(layers, areas, 0, value, true)?.key;
  expect([at(1), at(3), at(6)]).toEqual(['a', 'c', 'c']);
  expect(layerAt([layer('b', [0])], [[0]], 0, 1, true)).toBeUndefined();
  const lines = [[2], [null], [5]];
  expect([0, 4].map((value) => layerAt(layers, lines, 0, value, false)?.key)).toEqual(['a', 'c']);
  expect(layerAt(layers, [[null], [null], [null]], 0, 1, false)).toBeUndefined();
});

it('shows one series alone, all again, or several with a key held', () => {
  const none: ReadonlySet<string> = new Set();
  const one = isolatedAfter(none, ['a'], false);
  expect([...one]).toEqual(['a']);
  expect([...isolatedAfter(one, ['a'], false)]).toEqual([]);
  expect([...isolatedAfter(one, ['b'], true)]).toEqual(['a', 'b']);
  expect([...isolatedAfter(one, ['a'], true)]).toEqual([]);
  const several = isolatedAfter(one, ['b', 'c'], true);
  expect([...several]).toEqual(['a', 'b', 'c']);
  expect([...isolatedAfter(several, ['b', 'c'], true)]).toEqual(['a']);
  expect([...isolatedAfter(several, ['c', 'b'], false)]).toEqual(['c', 'b']);
  const layers = [layer('a', []), layer('b', [])];
  expect(shownOf(layers, one).map(({ key }) => key)).toEqual(['a']);
  expect(shownOf(layers, new Set(['gone']))).toBe(layers);
});

it('names lines where there is room, those at which requests cluster first, and leaves out what the axis does not reach', () => {
  const level = (value: number, isStrong: boolean) => ({ value, label: '', meaning: '', isStrong });
  const placed = placedLevels(
    [level(10, false), level(12, true), level(50, false), level(500, true)],
    100,
    (value) => value,
  );
  expect(placed.map(({ value, isNamed }) => [value, isNamed])).toEqual([[10, false], [12, true], [50, true]]); // prettier-ignore
});
