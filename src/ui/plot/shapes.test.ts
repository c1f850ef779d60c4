import { bars, columnsOf, heightsOf, line, stacked, ticks } from './shapes';
import type { Layer } from './layer';

const x = (value: number) => value;
const y = (value: number) => 100 - value;
const layer = (...values: readonly (number | null)[]) => ({ values }) as Layer;

it('stacks layers bucket by bucket, with nothing where there is no value', () => {
  expect(stacked([layer(1, null, 3), layer(10, 20, null)], 3)).toEqual([
    [1, 0, 3],
    [11, 20, 3],
  ]);
});

it('draws a bar from the layer below to this one, and none where this one adds nothing', () => {
  expect(bars(columnsOf([0, 10, 20], 10, x), heightsOf([1, 0, 3], y), heightsOf([11, 20, 3], y))).toBe(
    'M0.0 99.0h9.0V89.0h-9.0zM10.0 100.0h9.0V80.0h-9.0z',
  );
});

it('draws the lowest layer from the axis, and bars at least a pixel wide', () => {
  expect(bars(columnsOf([0], 0, x), y(0).toFixed(1), heightsOf([5], y))).toBe('M0.0 100.0h1.0V95.0h-1.0z');
});

it('draws a line through the middles of the buckets, with gaps where there is no value, and a dot between gaps', () => {
  expect(line([0, 10, 20, 30, 40, 50], 10, [null, 1, 2, null, 4, null], x, y)).toBe(
    'M15.0 99.0h0L25.0 98.0M45.0 96.0h0',
  );
});

it('draws a stroke across each bucket that has a value', () => {
  expect(ticks([0, 10, 20], 10, [5, null, 7], x, y)).toBe('M0.0 95.0H10.0M20.0 93.0H30.0');
});
