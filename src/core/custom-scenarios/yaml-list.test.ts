import { valueIn } from './yaml-list';

it.each([
  ['- a\n---\n- b', 'Line 2: A file is one document; this line begins another.'],
  ['['.repeat(100_000), 'Line 1: It is nested too deeply.'],
  ['{id: a, id: b}', 'Line 1: Map keys must be unique.'],
  ['&a [*a]', 'An alias refers to itself, or too often.'],
])('says what is wrong in a text: %.20s', (text, problem) => {
  expect(valueIn(text)).toEqual({ problem });
});
