import { byMatch } from './by-match';

const options = ['Service', 'API workspace', 'API', 'API revision', 'Operation', undefined].map((label) => ({
  label: label as string,
}));
const labels = (typed: string) => byMatch(typed, options).map(({ label }) => label);

it.each([
  ['api', ['API', 'API revision', 'API workspace', 'Service', 'Operation', undefined]],
  ['API ', ['API', 'API revision', 'API workspace', 'Service', 'Operation', undefined]],
  ['', ['Service', 'API workspace', 'API', 'API revision', 'Operation', undefined]],
  ['x', ['Service', 'API workspace', 'API', 'API revision', 'Operation', undefined]],
])('orders by %j', (typed, expected) => {
  expect(labels(typed)).toEqual(expected);
}); // prettier-ignore
