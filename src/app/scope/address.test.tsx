import { addressIn, pagePath, withoutCondition } from './address';

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

it.each([
  ['service|=|west', { where: [{ dimension: 'service', op: 'in', values: ['west'] }] }],
  ['Backend host|!=|a__gfp__b', { where: [{ dimension: 'backendHost', op: 'notIn', values: ['a|b'] }] }],
  ['api,API|=__gfp__|a|b__gfc__c', { where: [{ dimension: 'api', op: 'in', values: ['a', 'b,c'] }] }],
  ['api|=~|or.*', { ignored: ['api =~ or.*'] }],
  ['instance|=|x', { ignored: ['instance = x'] }],
  ['', {}],
  ['a|b', {}],
])('reads the filter of a dashboard %j', (text, expected) => {
  const search = `?${new URLSearchParams({ 'var-any': text }).toString()}`;
  expect(addressIn(search)).toEqual(expected);
  expect(pagePath('/x', { ignored: ['x'] })).toBe('/x');
});

it('takes away one condition, whichever way it was written, and keeps the others', () => {
  const search = '?ds=a&var-service=west&var-service=east&var-filters=service|=|west&var-filters=api|!=|x';
  const [service, narrower] = addressIn(search).where!;
  expect(withoutCondition(search, narrower!)).toEqual({
    'var-filters': null,
    'var-service': ['west', 'east'],
    'not-api': ['x'],
  });
  expect(withoutCondition(search, service!)).toEqual({
    'var-filters': null,
    'var-service': ['west'],
    'not-api': ['x'],
  });
});
