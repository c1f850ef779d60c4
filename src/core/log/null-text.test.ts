import { canonicalRow } from './canonical-row';
import { nullTextOf } from './null-text';

const record = { ResponseCode: 200, ProductId: 'None', LastErrorReason: 'None', LastErrorMessage: 'None.' };

it('takes a text for nothing where it would be an error, and no other', () =>
  expect(canonicalRow(record)).toMatchObject({
    ProductId: 'None',
    LastErrorReason: '',
    LastErrorMessage: 'None.',
  }));

it.each([
  [record, 'resource', 'None'],
  [{ lastError_reason_s: '-' }, 'legacy', '-'],
  [{ properties: { lastError: { source: '(null)' } } }, 'export', '(null)'],
  [{ LastErrorReason: 'Timeout', ProductId: 'None' }, 'resource', undefined],
] as const)('finds what stands for nothing in %j', (found, shape, expected) =>
  expect(nullTextOf(found, shape)).toBe(expected),
);
