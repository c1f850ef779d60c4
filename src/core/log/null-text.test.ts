import { canonicalRow } from './canonical-row';

const record = { ResponseCode: 200, ProductId: 'None', LastErrorReason: 'None', LastErrorMessage: 'None.' };

it('takes a text for nothing where it would be an error, and no other', () =>
  expect(canonicalRow(record)).toMatchObject({
    ProductId: 'None',
    LastErrorReason: '',
    LastErrorMessage: 'None.',
  }));
