import { amount } from './amount';

it.each([
  [amount(11_331), '11,331'],
  [amount(11_331n, 'request'), '11,331 requests'],
  [amount(1n, 'request'), '1 request'],
  [amount(0, 'entry', 'entries'), '0 entries'],
])('%s', (text, expected) => expect(text).toBe(expected));
