import { toKql, type Predicate } from '../predicate';
import { repeatedIn } from './repeated';

const says = (...texts: readonly string[]): Predicate => ({
  any: texts.map((value) => ({ column: 'LastErrorMessage', op: 'containsIgnoreCase', value })),
});
const itself = says('Value cannot be null', 'Object reference not set', 'Specified cast is not valid');
const from = (value: string): Predicate => ({ column: 'LastErrorSource', op: 'equals', value });

it('gives a long condition that branches have in common a column of its own, and leaves every other where it stands', () => {
  const { marks, branches } = repeatedIn(
    [
      { when: { all: [from('quota'), { not: itself }] }, then: 'quota-exceeded' },
      { when: { all: [from('rate-limit'), { not: itself }] }, then: 'rate-limited' },
      { when: { all: [from('quota'), says('a', 'b')] }, then: 'other' },
    ],
    toKql,
  );
  expect([...marks]).toEqual([
    [
      'Condition1',
      '(LastErrorMessage contains "Value cannot be null" or LastErrorMessage contains "Object reference not set" or LastErrorMessage contains "Specified cast is not valid")',
    ],
  ]);
  expect(branches.map(({ when, then }) => [toKql(when), then])).toEqual([
    ['(LastErrorSource == "quota" and not(Condition1))', 'quota-exceeded'],
    ['(LastErrorSource == "rate-limit" and not(Condition1))', 'rate-limited'],
    [
      '(LastErrorSource == "quota" and (LastErrorMessage contains "a" or LastErrorMessage contains "b"))',
      'other',
    ],
  ]);
});
