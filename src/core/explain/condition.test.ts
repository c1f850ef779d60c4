import { rowWith } from '../log';
import type { Predicate } from '../predicate';
import { conditionOf } from './condition';

const row = rowWith({ ResponseCode: 500, BackendResponseCode: 500, LastErrorMessage: 'x', Url: '/a?b=c' });

it.each<[Predicate, string]>([
  [{ column: 'LastErrorMessage', op: 'equals', value: '' }, 'is empty'],
  [{ column: 'LastErrorMessage', op: 'oneOf', value: ['a', 'b', 'c'] }, 'is one of “a”, “b” or “c”'],
  [{ column: 'LastErrorMessage', op: 'containsIgnoreCase', value: 'A' }, 'contains (in any case) “A”'],
  [{ column: 'LastErrorMessage', op: 'isPresent', value: false }, 'is present: no'],
  [{ column: 'ResponseCode', op: 'between', value: [400, 499] }, 'is between 400 and 499'],
  [{ column: 'ResponseCode', op: 'atLeast', value: 400 }, 'is at least 400'],
  [{ column: 'BackendResponseCode', op: 'sameAs', value: 'ResponseCode' }, 'is the same as ResponseCode'],
  [{ column: 'IsRequestSuccess', op: 'equals', value: false }, 'is false'],
])('%j', (predicate, says) => {
  expect(conditionOf(predicate, row, false)).toMatchObject({ kind: 'comparison', says });
});

it('keeps the tree, and says of each part whether it held', () => {
  const predicate: Predicate = {
    all: [
      {
        any: [
          { column: 'ResponseCode', op: 'atLeast', value: 600 },
          { column: 'Url', op: 'startsWith', value: '/a' },
        ],
      },
      { not: { column: 'ResponseCode', op: 'equals', value: 500 } },
    ],
  };
  expect(conditionOf(predicate, row, false)).toEqual({
    kind: 'all',
    holds: false,
    parts: [
      {
        kind: 'any',
        holds: true,
        parts: [
          { kind: 'comparison', holds: false, column: 'ResponseCode', seen: '500', says: 'is at least 600' },
          { kind: 'comparison', holds: true, column: 'Url', seen: '/a?…', says: 'starts with “/a”' },
        ],
      },
      {
        kind: 'not',
        holds: false,
        parts: [{ kind: 'comparison', holds: true, column: 'ResponseCode', seen: '500', says: 'is 500' }],
      },
    ],
  });
});
