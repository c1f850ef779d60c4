import { connectionLimit, type ServiceSize } from './service-size';

const sizes: readonly ServiceSize[] = [
  { service: 'contoso', tier: 'premium', units: 2 },
  { service: 'contoso', region: 'West Europe', tier: 'premium', units: 3 },
  { service: 'small', tier: 'developer', units: 1 },
  { service: 'paid-per-call', tier: 'consumption', units: 1 },
  { service: 'new', tier: 'standardV2', units: 4 },
  { service: 'east-only', region: 'East US', tier: 'basic', units: 1 },
];

it.each([
  ['contoso', 'West Europe', 6144],
  ['Contoso', 'west europe', 6144],
  ['contoso', 'East US', 4096],
  ['contoso', '', 4096],
  ['small', 'East US', 1024],
  ['new', 'East US', 2048],
  ['paid-per-call', 'East US', null],
  ['east-only', 'East US', 2048],
  ['east-only', 'West US', null],
  ['unknown', 'East US', null],
])('the limit of %s in “%s” is %p', (service, region, limit) => {
  expect(connectionLimit(sizes, service, region)).toBe(limit);
});
