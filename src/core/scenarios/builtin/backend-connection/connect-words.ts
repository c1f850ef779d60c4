/** What is said of a connection that did not come about in time. */
import type { Predicate } from '../../../predicate';
import { messageSays, whileTransferring } from '../../conditions';

/** The general text alone stands for any failure to connect; one that came soon was no time-out. */
const cameSoon: Predicate = {
  all: [
    { not: messageSays('did not properly respond after a period of time', 'connection timed out') },
    {
      any: [
        { column: 'BackendTime', op: 'between', value: [1, 15_000] },
        { column: 'LastErrorElapsed', op: 'between', value: [1, 15_000] },
      ],
    },
  ],
};

export const noAnswer: Predicate = {
  all: [
    messageSays(
      'Unable to connect to the remote server',
      'did not properly respond after a period of time',
      'connection timed out',
    ),
    // The same texts end a read or a write on a connection that stood.
    { not: messageSays('data from the transport connection', 'data to the transport connection') },
    { not: whileTransferring },
    // What is said inside goes before: refused, or no local port.
    {
      not: messageSays(
        'refused',
        'forbidden by its access permissions',
        'Only one usage of each socket address',
        'Cannot assign requested address',
      ),
    },
    { not: cameSoon },
    // After so long an idle connection was dropped.
    { not: { column: 'BackendTime', op: 'between', value: [225_000, 245_000] } },
  ],
};

// .NET's own text; no gateway line with it is public.
export const noAnswerElsewhere = messageSays('within the configured ConnectTimeout');

/** 21 s is the TCP connect timeout of Windows gateways, 20 s that of self-hosted ones. */
export const aroundConnectTimeout: Predicate = {
  any: [
    { column: 'BackendTime', op: 'between', value: [19_500, 22_500] },
    { column: 'LastErrorElapsed', op: 'between', value: [19_500, 22_500] },
  ],
};
