import { rowWith, type ColumnValues } from '../log';
import { builtinCatalogue } from './catalogue';
import { classify } from './classify';

const outcome = (row: Partial<ColumnValues>) => classify(rowWith(row), builtinCatalogue).outcome;

it.each<[string, Partial<ColumnValues>, string]>([
  ['an answer of 2xx', { ResponseCode: 200 }, 'succeeded'],
  ['a redirect', { ResponseCode: 304 }, 'succeeded'],
  ['a WebSocket upgrade', { ResponseCode: 101, BackendResponseCode: 101 }, 'succeeded'],
  ['an answer of 4xx', { ResponseCode: 404 }, 'failed'],
  ['nothing was sent', { ResponseCode: 0 }, 'failed'],
  ['a status that is none', { ResponseCode: 99 }, 'failed'],
  ['a negative status', { ResponseCode: -1 }, 'failed'],
  ['no status and nothing said', {}, 'succeeded'],
  ['no status, said to have succeeded', { IsRequestSuccess: true }, 'succeeded'],
  ['no status, said to have failed', { IsRequestSuccess: false }, 'failed'],
  ['no status and a reason', { LastErrorReason: 'Timeout' }, 'failed'],
  ['no status and a message', { LastErrorMessage: 'x' }, 'failed'],
  ['an error hidden by on-error', { ResponseCode: 200, LastErrorReason: 'Timeout' }, 'masked'],
  ['a message without a reason', { ResponseCode: 200, LastErrorMessage: 'x' }, 'succeeded'],
  [
    'broken off while transferring',
    {
      ResponseCode: 200,
      IsRequestSuccess: true,
      LastErrorReason: 'BackendConnectionFailure',
      LastErrorSource: 'transfer-response',
    },
    'failed',
  ],
  [
    'the client left',
    { ResponseCode: 200, LastErrorReason: 'ClientConnectionFailure', LastErrorSource: 'configuration' },
    'failed',
  ],
])('%s', (_, row, expected) => {
  expect(outcome(row)).toBe(expected);
});
