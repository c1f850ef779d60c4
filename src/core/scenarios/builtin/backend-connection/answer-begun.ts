import type { Predicate } from '../../../predicate';
import { messageSays, ofForwarded, whileTransferring } from '../../conditions';

/** Status and headers had come from the backend that failed. */
export const answerBegun: Predicate = {
  any: [
    whileTransferring,
    messageSays('additional bytes expected'),
    ofForwarded({ column: 'BackendResponseCode', op: 'atLeast', value: 1 }),
  ],
};
