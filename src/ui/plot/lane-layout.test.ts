import { laneLayout } from './lane-layout';

const mark = (from: number, to: number, weight: number) => ({ from, to, weight });
const laid = (...marks: readonly ReturnType<typeof mark>[]) => {
  const { placed, hidden } = laneLayout(marks, (time) => time, 500);
  return {
    placed: placed.map(({ mark: { weight }, ...place }) => ({ count: weight, ...place })),
    hidden: hidden.length,
  };
};

it('lays marks out in three lines, the largest where room is scarce, and counts the others', () => {
  expect(
    laid(mark(0, 100, 1), mark(50, 150, 2), mark(50, 150, 3), mark(50, 150, 4), mark(200, 300, 5)),
  ).toEqual({
    placed: [
      { count: 4, left: 50, width: 100, row: 0 },
      { count: 3, left: 50, width: 100, row: 1 },
      { count: 2, left: 50, width: 100, row: 2 },
      { count: 5, left: 200, width: 100, row: 0 },
    ],
    hidden: 1,
  });
});

it('lets marks touch in one line', () => {
  expect(laid(mark(0, 100, 1), mark(100, 200, 2)).placed.map(({ row }) => row)).toEqual([0, 0]);
});

it('keeps short marks wide enough for a pointer, and within the plot', () => {
  expect(laid(mark(10, 11, 1), mark(499, 500, 2))).toEqual({
    placed: [
      { count: 1, left: 10, width: 24, row: 0 },
      { count: 2, left: 476, width: 24, row: 0 },
    ],
    hidden: 0,
  });
});
