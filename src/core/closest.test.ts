import { closest } from './closest';

const known = ['splitBy', 'scenarios', 'families', 'step', 'top'];

it.each([
  ['splitby', 'splitBy'],
  ['split', 'splitBy'],
  ['scenario', 'scenarios'],
  ['familys', 'families'],
  ['stp', 'step'],
  ['tp', 'top'],
  ['colour', undefined],
  ['x'.repeat(1_000_000), undefined],
])('%.20s means %s', (wrong, meant) => {
  expect(closest(wrong, known)).toBe(meant);
});
