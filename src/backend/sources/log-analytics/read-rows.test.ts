import type { GroupPlan } from '../../../core/plan';
import { cellOf, tableOf } from './read-rows';

it.each([
  ['string', 'x', 'x'],
  ['string', null, ''],
  ['string', 5, undefined],
  ['number', 5, 5],
  ['number', null, null],
  ['number', 'NaN', null],
  ['number', 'Infinity', null],
  ['number', '-Infinity', null],
  ['number', '9007199254740993', 9007199254740992],
  ['number', '12.5', 12.5],
  ['number', '', undefined],
  ['number', 'x', undefined],
  ['number', {}, undefined],
  ['datetime', 1_793_534_400_000, 1_793_534_400_000],
  ['datetime', null, null],
  ['boolean', true, true],
  ['boolean', 0, false],
  ['boolean', 1, true],
  ['boolean', null, null],
  ['boolean', 'true', undefined],
  ['number', undefined, undefined],
] as const)('a %s column has %p as %p', (type, value, cell) => {
  expect(cellOf(value, type)).toBe(cell);
});

const plan: GroupPlan = {
  gives: 'groups',
  range: { from: 0, to: 1 },
  where: [],
  stepMs: null,
  dimensions: [],
  measures: [
    { measure: 'count', as: 'Count' },
    { measure: 'sum', as: 'Sum', column: 'TotalTime' },
    { measure: 'percentile', as: 'P95', column: 'TotalTime', percent: 95 },
    { measure: 'lastSeen', as: 'Last' },
  ],
  sample: true,
  limit: 1,
};

it('knows sums of nothing as zero, and what nothing is the newest of as missing', () => {
  const nothing = [0, 0, null, null, '', ''];
  expect(tableOf(plan, [], 'host').rows).toEqual([nothing]);
  expect(tableOf(plan, [[null, null, null, null, null, null]], 'host').rows).toEqual([nothing]);
  expect(tableOf({ ...plan, dimensions: ['api'] }, [], 'host').rows).toEqual([]);
});

it('refuses more groups than are allowed, and cells that are none', () => {
  const row = [1, 1, 1, 1, 'id', 'text'];
  expect(() => tableOf(plan, [row, row], 'host')).toThrow('more than 1 groups');
  expect(() => tableOf(plan, [[{}, ...row.slice(1)]], 'host')).toThrow(
    'What came from host is no answer of the query service: the column Count holds object where number was asked for.',
  );
});
