import type { Predicate } from '../predicate';
import { messageIsEmpty, reasonIs, reasonIsEmpty, whileTransferring } from './conditions';

/**
 * What became of a request:
 * - `failed`: the caller did not get a complete answer with a status of 1xx to 3xx;
 * - `masked`: the caller did, although the gateway recorded an error (a policy hid it, or a retry recovered);
 * - `succeeded`: everything else.
 *
 * `IsRequestSuccess` alone is not enough: it stays true when an answer breaks off while it is transferred.
 */
export const outcomes = ['failed', 'masked', 'succeeded'] as const;
export type Outcome = (typeof outcomes)[number];

const noStatus: Predicate = { column: 'ResponseCode', op: 'isPresent', value: false };
const saysFailed: Predicate = { column: 'IsRequestSuccess', op: 'equals', value: false };

/** First match wins; what matches neither succeeded. */
export const outcomeRules: readonly { readonly outcome: Outcome; readonly when: Predicate }[] = [
  {
    outcome: 'failed',
    when: {
      any: [
        { column: 'ResponseCode', op: 'atMost', value: 99 },
        { column: 'ResponseCode', op: 'atLeast', value: 400 },
        { all: [noStatus, { any: [saysFailed, { not: reasonIsEmpty }, { not: messageIsEmpty }] }] },
        whileTransferring,
        // A client that went away did not get the complete answer, whatever status was on its way.
        reasonIs('ClientConnectionFailure'),
      ],
    },
  },
  { outcome: 'masked', when: { not: reasonIsEmpty } },
];
