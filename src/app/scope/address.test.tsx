import { addressIn, pagePath } from './address';

it('keeps values with a dollar sign, long and many ones, and those that are left out', () => {
  const many = Array.from({ length: 150 }, (_, i) => `api-${i}`);
  const long = 'x'.repeat(600);
  const where = [
    { dimension: 'service', op: 'notIn', values: ['dev'] },
    { dimension: 'api', op: 'in', values: many },
    { dimension: 'operation', op: 'in', values: ['get-$metadata'] },
    { dimension: 'product', op: 'in', values: [long] },
  ] as const;
  const path = pagePath('/x', { ds: 'a', where });
  expect(addressIn(path.slice('/x'.length))).toEqual({ ds: 'a', where });
  expect(path).toContain('&not-service=dev&');
});

it('has no condition where a variable of a dashboard stands for everything', () => {
  expect(addressIn('?var-service=All&var-api=$__all&var-nope=x')).toEqual({});
});
