import { filterOf } from './filter-of';
import { rangeOf, timeOf } from './range-of';

const NOW = Date.UTC(2026, 10, 1, 12);

it.each([
  ['now', NOW],
  ['now-90s', NOW - 90_000],
  ['now-24h', NOW - 86_400_000],
  ['now-1w', NOW - 604_800_000],
  ['2026-11-01', Date.UTC(2026, 10, 1)],
  ['2026-11-01T08:00', Date.UTC(2026, 10, 1, 8)],
  ['2026-11-01 08:00:01.5', Date.UTC(2026, 10, 1, 8, 0, 1, 500)],
  ['2026-11-01T08:00+09:00', Date.UTC(2026, 9, 31, 23)],
])('%s is a time', (text, expected) => {
  expect(timeOf(text, NOW)).toBe(expected);
});

it.each(['', 'yesterday', '2026-02-30', '2026-11', 'now-1y', '1793520000'])('“%s” is no time', (text) => {
  expect(() => timeOf(text, NOW)).toThrow(expect.objectContaining({ code: 'time-invalid' }));
});

it('refuses a range that runs backwards', () => {
  expect(() => rangeOf('now', 'now-1h', NOW)).toThrow(expect.objectContaining({ code: 'range-invalid' }));
});

it.each([
  ['api=orders, payments', { dimension: 'api', op: 'in', values: ['orders', 'payments'] }],
  ['backendHost!=a=b', { dimension: 'backendHost', op: 'notIn', values: ['a=b'] }],
  ['product=', { dimension: 'product', op: 'in', values: [''] }],
])('%s is a filter', (text, expected) => {
  expect(filterOf(text)).toEqual(expected);
});

it.each([
  ['api', 'filter-invalid'],
  ['colour=red', 'dimension-unknown'],
  // What the classification says is chosen in other ways.
  ['scenario=backend-timeout', 'dimension-classified'],
])('%s is none', (text, code) => {
  expect(() => filterOf(text)).toThrow(expect.objectContaining({ code }));
});
