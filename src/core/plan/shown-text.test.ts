import { MOST_SHOWN, shownText } from './shown-text';

/** A text that is too long by what follows. */
const long = (end: string) => end.padStart(MOST_SHOWN + 1, 'x');
const upTo = (beginning: string, end: string) =>
  `${'x'.repeat(MOST_SHOWN - beginning.length)}${beginning}${end}`;

it.each([
  ['a short text as it is', 'short', 'short'],
  ['a query that is cut out makes no whole text of a part', `https://a.example/?${'k'.repeat(MOST_SHOWN)}`, 'https://a.example/?…'],
  ['nor does one before the end', `https://a.example/?k=1 ${'x'.repeat(MOST_SHOWN)}`, `https://a.example/?… ${'x'.repeat(MOST_SHOWN - 23)}…`],
  ['a password of which the end is cut off', upTo('https://user:pass', 'word@a.example/'), upTo('https://user:pass', '').replace('user:pass', '…')],
  ['a path that is cut', upTo('https://a.example/orde', 'rs'), upTo('https://a.example/orde', '…')],
])('shows %s', (_, text, shown) => {
  expect(shownText(text)).toBe(shown);
}); // prettier-ignore

it('shows query strings to whoever may see them, no more of them than of other texts', () => {
  const text = 'https://user:key@a.example/?sig=key';
  expect([shownText(text, true), shownText(long(text), true)]).toEqual([text, `${long(text).slice(0, -1)}…`]);
});
