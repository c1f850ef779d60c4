import { withoutQueries } from './without-queries';

it.each([
  ['https://a.example/x?sig=key', 'https://a.example/x?…'],
  ['at https://user:key@a.example/x?sig=key, then', 'at https://…@a.example/x?… then'],
  ['https://key@a.example', 'https://…@a.example'],
  ['https://a.example/me@b.example', 'https://a.example/me@b.example'],
  ['no address? none', 'no address? none'],
])('%s: %s', (text, cut) => {
  expect(withoutQueries(text)).toBe(cut);
});
