import { laneLayout } from './lane-layout';

const mark = (from: number, to: number, weight: number, title = '') => ({ from, to, weight, title });
const laid = (marks: readonly ReturnType<typeof mark>[], rows = 3, left = 0) => {
  const { placed, hidden } = laneLayout(marks, (time) => time, { left, right: 500, rows });
  return {
    placed: placed.map(({ mark: { weight }, left: start, width, row }) => [weight, start, width, row]),
    hidden: hidden.length,
  };
};

it('lays marks out in three lines, the largest where room is scarce, and counts the others', () => {
  const crowd = [mark(0, 100, 1), mark(50, 150, 2), mark(50, 150, 3), mark(50, 150, 4), mark(200, 300, 5)];
  expect(laid(crowd)).toEqual({
    placed: [
      [4, 50, 100, 0],
      [3, 50, 100, 1],
      [2, 50, 100, 2],
      [5, 200, 100, 0],
    ],
    hidden: 1,
  });
});

it('lets marks touch in one line', () => {
  expect(laid([mark(0, 100, 1), mark(100, 200, 2)]).placed.map(([, , , row]) => row)).toEqual([0, 0]);
});

it('keeps short marks wide enough for a pointer, and within the plot', () => {
  expect(laid([mark(10, 11, 1), mark(499, 500, 2)])).toEqual({
    placed: [
      [1, 10, 24, 0],
      [2, 476, 24, 0],
    ],
    hidden: 0,
  });
});

it('gives marks room for their names where the lines suffice, and tells where their time is within it', () => {
  const [first, second] = [mark(10, 40, 2, 'x'.repeat(12)), mark(50, 60, 1, 'x'.repeat(100))];
  expect(laid([first, second])).toEqual({
    placed: [
      [2, 10, 96, 0],
      [1, 50, 180, 1],
    ],
    hidden: 0,
  });
  const { placed } = laneLayout([mark(480, 490, 1, 'x'.repeat(12))], (time) => time, {
    left: 0,
    right: 500,
    rows: 1,
  });
  expect(placed[0]).toMatchObject({ left: 404, width: 96, span: { left: 76, width: 10 } });
});

it('shortens names that would need more lines than they are worth, and leaves them out before a mark', () => {
  const long = 'x'.repeat(100);
  const neighbours = [mark(10, 40, 1, long), mark(140, 170, 2, long)];
  expect(laid(neighbours, 1).placed).toEqual([
    [1, 10, 120, 0],
    [2, 140, 120, 0],
  ]);
  expect(laid([mark(10, 40, 1, long), mark(50, 80, 2, long)], 1).placed).toEqual([
    [1, 10, 30, 0],
    [2, 50, 30, 0],
  ]);
});

it('never makes a mark wider than the plot', () => {
  expect(laid([mark(450, 460, 1, 'x'.repeat(100))], 3, 400).placed).toEqual([[1, 400, 100, 0]]);
});
