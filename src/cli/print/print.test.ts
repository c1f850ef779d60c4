import { duration, percent } from './numbers';
import { jsonText, printable } from './printable';
import { textTable } from './text-table';
import { labelled, wrapped } from './wrapped';

it('shows control characters and turned text as what they are', () => {
  expect(printable('a\u001b[31mb\u009bc\u007f\r\n\u202ed')).toBe(
    'a\\u001b[31mb\\u009bc\\u007f\\u000d\\u000a\\u202ed',
  );
});

it('keeps them out of JSON too, which means the same', () => {
  const value = { 'k\u009b': ['\u001b[0m\u007f', 'é日本'] };
  expect(jsonText(value)).toBe('{"k\\u009b":["\\u001b[0m\\u007f","é日本"]}');
  expect(JSON.parse(jsonText(value, 2))).toEqual(value);
});

it('wraps between words and keeps longer ones whole', () => {
  expect(wrapped('one two https://example.com/a three', 10)).toEqual([
    'one two',
    'https://example.com/a',
    'three',
  ]);
  expect(labelled('do', 'this and that and more', 5, 25)).toBe('do   this and that and\n     more');
});

it('fits a table into the width by cutting names in the middle', () => {
  const columns = [
    { title: 'host', gives: true },
    { title: 'n', right: true },
  ] as const;
  const rows = [
    ['orders.production.contoso.net', '7'],
    ['x', '1,234'],
  ];
  expect(textTable(columns, rows, 24).split('\n')).toEqual([
    'host                   n',
    'orders.p…toso.net      7',
    'x                  1,234',
  ]);
});

it.each([
  [0, '0.0 %'],
  [0.0001, '<0.1 %'],
  [0.613, '61.3 %'],
  [null, ''],
])('%s as a share', (share, expected) => {
  expect(percent(share)).toBe(expected);
});

it.each([
  [12.4, '12 ms'],
  [21_055, '21.1 s'],
  [240_000, '4.0 min'],
  [null, ''],
])('%s ms as a duration', (ms, expected) => {
  expect(duration(ms)).toBe(expected);
});
