import { duration } from './duration';

it.each([
  [0, '0 ms'],
  [0.25, '0.3 ms'],
  [67.4, '67 ms'],
  [999.4, '999 ms'],
  [1000, '1 s'],
  [21_040, '21 s'],
  [20_960, '21 s'],
  [3_410, '3.41 s'],
  [240_000, '240 s'],
])('writes %d ms as %s', (ms, text) => {
  expect(duration(ms)).toBe(text);
});
