import { GatewaylensError } from './errors';
import { allOf, together } from './together';

const mistake = new GatewaylensError('azure-scope-missing');
const other = new GatewaylensError('range-invalid');
const thrower = (problem: Error) => () => {
  throw problem;
};

it('gives what each gives', () => {
  expect(allOf({ a: () => 1, b: () => 'x' })).toEqual({ a: 1, b: 'x' });
});

it('tells one mistake as it is, and several in their order, however they are nested', () => {
  const several = thrower(together([mistake, other]));
  expect(() => allOf({ a: thrower(mistake) })).toThrow(mistake);
  expect(() => allOf({ a: () => allOf({ b: several }), c: thrower(mistake) })).toThrow(
    expect.objectContaining({ code: mistake.code, several: [mistake, other, mistake] }),
  );
});

it('does not make a mistake of the user’s of a fault of ours', () => {
  const fault = new TypeError('x is not a function');
  expect(() => allOf({ a: thrower(mistake), b: thrower(fault) })).toThrow(fault);
});
