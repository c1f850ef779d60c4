import type { RowPlan } from '../../../core/plan';
import { snapped } from './snapped';

const HOUR = 3_600_000;
const plan = (from: number, to: number): RowPlan => ({
  gives: 'rows',
  isWhole: false,
  range: { from, to },
  where: [],
  columns: [],
  limit: 1,
});

it.each([
  [6 * HOUR, 60_000],
  [HOUR, 10_000],
  [1_800_000, 5000],
  [60_000, 1000],
])('a range of %i ms moves by whole steps of %i ms, and keeps its length', (length, grid) => {
  const from = 1_793_534_400_000 + 7 * grid;
  for (const late of [0, 1, grid - 1]) {
    expect(snapped(plan(from + late, from + late + length)).range).toEqual({ from, to: from + length });
  }
  expect(snapped(plan(from + grid, from + grid + length)).range.from).toBe(from + grid);
});

it('leaves a range alone that would become empty', () => {
  expect(snapped(plan(10_100, 10_900)).range).toEqual({ from: 10_100, to: 10_900 });
});
