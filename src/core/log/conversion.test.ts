import { conversions } from './conversion';

describe.each(Object.entries(conversions))('to %s', (_, { read, truthTable }) => {
  it.each(truthTable)('%j is %j', (text, value) => {
    expect(read(text)).toBe(value);
  });

  it('takes what is not there for missing', () => {
    const missing = truthTable.some(([, value]) => typeof value === 'string') ? '' : null;
    expect([read(undefined), read(null)]).toEqual([missing, missing]);
  });
});

it('takes JSON values as they are, and lists for their text', () => {
  expect([
    conversions.int.read(500.9),
    conversions.int.read(2 ** 31),
    conversions.long.read(2 ** 31),
    conversions.int.read(Infinity),
    conversions.int.read(true),
    conversions.int.read([500]),
    conversions.bool.read(true),
    conversions.bool.read(1),
    conversions.string.read(7),
    conversions.string.read(false),
    conversions.dynamic.read([{ reason: 'x' }]),
    conversions.datetime.read(7),
  ]).toEqual([500, null, 2 ** 31, null, null, null, true, null, '7', 'false', '[{"reason":"x"}]', null]);
});
