import { endsNow, newestRowIn, newestRowNotices } from './newest-row';

const MINUTE = 60_000;
const now = Date.UTC(2026, 10, 1, 12);
const last = (minutes: number) => ({ from: now - minutes * MINUTE, to: now });
const told = (age: number | null, minutes: number) =>
  newestRowNotices(
    { time: age === null ? null : now - age * MINUTE, from: now - 2 * minutes * MINUTE },
    last(minutes),
    now,
  ).map(({ text }) => text.split('. ')[0]);

it.each([
  ['fresh', 5, 60, []],
  ['late, but not much of the range', 40, 1440, []],
  [
    'late for so short a range',
    40,
    60,
    ['The newest row of the log, whatever the filters, is of 40 min ago'],
  ],
  ['stale', 90, 1440, ['The newest row of the log, whatever the filters, is of 90 min ago']],
  ['days old', 72 * 60, 10_080, ['The newest row of the log, whatever the filters, is of 3 d ago']],
  ['not in what was read', null, 60, ['The newest row of the log, whatever the filters, is older than 2 h']],
])('tells of rows that are %s', (_, age, minutes, expected) => {
  expect(told(age, minutes)).toEqual(expected);
});

it('tells nothing of a range of the past', () => {
  expect([endsNow(last(60), now), endsNow({ from: 0, to: now - 10 * MINUTE }, now)]).toEqual([true, false]);
});

it('knows a time of any row, and that there is none', () => {
  const columns = [{ name: 'LastSeen', type: 'datetime' }] as const;
  expect(
    [[[5]], [[null]], []].map((rows) => newestRowIn({ columns, rows }, { from: 1, to: 9 }).time),
  ).toEqual([5, null, null]);
});
