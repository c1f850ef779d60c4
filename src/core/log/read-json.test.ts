import { readJson } from './read-json';

it.each<[string, unknown]>([
  ['{"a":1,"b":[{"a":2}],"c":"\\"a\\":3"}', { a: 1, b: [{ a: 2 }], c: '"a":3' }],
  ['{"a" : 1, "b" : ":" }', { a: 1, b: ':' }],
  ['{"a":":","b":2}', { a: ':', b: 2 }],
  ['{"a\\\\":1}', { 'a\\': 1 }],
  ['"\\\\ud800 \\ud83d\\ude00"', '\\ud800 😀'],
  ['7', 7],
  ['null', null],
])('reads %s', (text, value) => {
  expect(readJson(text)).toEqual(value);
});

it.each<[string, object]>([
  ['{"a":1,"a":2}', { a: 1 }],
  ['{"x":{"a":1,"b":2,"\\u0061" : 3},"a":4}', { x: { a: 1, b: 2 }, a: 4 }],
  ['[{"a":1},{"a":2,"a":"}{\\""}]', [{ a: 1 }, { a: 2 }]],
])('takes the first of a key that stands twice: %s', (text, value) => {
  expect(readJson(text)).toMatchObject(value);
});

it.each(['{"a":"\\ud800"}', '["\\uDC00x"]', '{"a":', '"\\ud83dx"'])('refuses %s', (text) => {
  expect(() => readJson(text)).toThrow(SyntaxError);
});
