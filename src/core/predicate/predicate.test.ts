import { rowWith } from '../log';
import { columnsOf, holds, toKql, toSql, type Predicate } from '.';

const is500: Predicate = { column: 'ResponseCode', op: 'equals', value: 500 };
const isSlow: Predicate = { column: 'TotalTime', op: 'atLeast', value: 1000 };
const isRelayed: Predicate = { column: 'BackendResponseCode', op: 'sameAs', value: 'ResponseCode' };

const cases: readonly [string, Predicate, string, string, boolean][] = [
  ['a leaf', is500, '(isnotnull(ResponseCode) and ResponseCode == 500)', 'coalesce("ResponseCode" = 500, false)', true],
  ['another column', isRelayed, '(isnotnull(BackendResponseCode) and isnotnull(ResponseCode) and BackendResponseCode == ResponseCode)', 'coalesce("BackendResponseCode" = "ResponseCode", false)', true],
  ['all of none', { all: [] }, 'true', 'true', true],
  ['any of none', { any: [] }, 'false', 'false', false],
  ['none of none', { not: { any: [] } }, 'not(false)', 'not(false)', true],
  ['all of one', { all: [is500] }, '(isnotnull(ResponseCode) and ResponseCode == 500)', 'coalesce("ResponseCode" = 500, false)', true],
  ['all', { all: [is500, isSlow] }, '((isnotnull(ResponseCode) and ResponseCode == 500) and (isnotnull(TotalTime) and TotalTime >= 1000))', '(coalesce("ResponseCode" = 500, false) and coalesce("TotalTime" >= 1000, false))', false],
  ['any', { any: [is500, isSlow] }, '((isnotnull(ResponseCode) and ResponseCode == 500) or (isnotnull(TotalTime) and TotalTime >= 1000))', '(coalesce("ResponseCode" = 500, false) or coalesce("TotalTime" >= 1000, false))', true],
  ['not of a missing number', { not: isSlow }, 'not((isnotnull(TotalTime) and TotalTime >= 1000))', 'not(coalesce("TotalTime" >= 1000, false))', true],
]; // prettier-ignore

it.each(cases)('%s', (_, predicate, kql, sql, expected) => {
  expect([toKql(predicate), toSql(predicate)]).toEqual([kql, sql]);
  expect(holds(predicate, rowWith({ ResponseCode: 500, BackendResponseCode: 500 }))).toBe(expected);
});

it('lists the columns that a predicate reads, on either side', () => {
  expect(columnsOf({ all: [{ not: is500 }, { any: [isRelayed, isSlow] }] })).toEqual([
    'ResponseCode',
    'BackendResponseCode',
    'ResponseCode',
    'TotalTime',
  ]);
});
