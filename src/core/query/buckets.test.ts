import { bucketsOf, stepMs } from './buckets';

const at = (text: string) => Date.parse(`2026-11-01T${text}Z`);

it('aligns buckets in UTC and tells which are cut, with the seconds really covered', () => {
  expect(bucketsOf({ from: at('08:02:30'), to: at('08:16:00') }, 300_000)).toEqual({
    stepMs: 300_000,
    starts: [at('08:00:00'), at('08:05:00'), at('08:10:00'), at('08:15:00')],
    seconds: [150, 300, 300, 60],
    incomplete: [at('08:00:00'), at('08:15:00')],
  });
});

it.each([
  ['an hour', 3_600_000, 0, 30_000],
  ['six hours', 6 * 3_600_000, 0, 120_000],
  ['six hours on a narrow screen', 6 * 3_600_000, 100, 300_000],
  ['a week', 7 * 86_400_000, 0, 3_600_000],
  ['a year', 365 * 86_400_000, 0, 86_400_000],
])('chooses a step for %s', (_, span, points, expected) => {
  expect(stepMs('auto', { from: 0, to: span }, points)).toBe(expected);
});

it('refuses more buckets than anybody can read', () => {
  expect(() => bucketsOf({ from: 0, to: 100 * 365 * 86_400_000 }, 86_400_000)).toThrow(
    'The range of 36,500 days in steps of 1 day gives 36,500 buckets; 5,000 are allowed.',
  );
});
