/** What is said of a connection that did not come about in time. */
import type { Predicate } from '../../../predicate';
import { messageIsEmpty, messageSays, ofForwarded, whileTransferring } from '../../conditions';

type TimeColumn = 'BackendTime' | 'LastErrorElapsed' | 'TotalTime';

/** The general text alone stands for any failure to connect; one that came soon was no time-out. */
export const cameSoon: Predicate = {
  all: [
    { not: messageSays('did not properly respond after a period of time', 'connection timed out') },
    {
      any: [
        ofForwarded({ column: 'BackendTime', op: 'between', value: [1, 15_000] }),
        { column: 'LastErrorElapsed', op: 'between', value: [1, 15_000] },
      ],
    },
  ],
};

const logged = (column: TimeColumn): Predicate => ({ column, op: 'atLeast', value: 1 });
const minutesLong = (column: TimeColumn): Predicate => ({
  column,
  op: 'between',
  value: [225_000, 245_000],
});

/** After so long an idle connection was dropped. Self-hosted gateways often log no time of the backend. */
const droppedIdle: Predicate = {
  any: [
    ofForwarded(minutesLong('BackendTime')),
    {
      all: [
        { not: ofForwarded(logged('BackendTime')) },
        {
          any: [
            minutesLong('LastErrorElapsed'),
            { all: [{ not: logged('LastErrorElapsed') }, minutesLong('TotalTime')] },
          ],
        },
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
    // What is said inside goes before: refused, no route, or no local port.
    {
      not: messageSays(
        'refused',
        'unreachable host',
        'unreachable network',
        'No route to host',
        'Network is unreachable',
        'forbidden by its access permissions',
        'Only one usage of each socket address',
        'Cannot assign requested address',
      ),
    },
    { not: cameSoon },
    { not: droppedIdle },
  ],
};

// .NET's own text; no gateway line with it is public.
export const noAnswerElsewhere = messageSays('within the configured ConnectTimeout');

/** 21 s is the TCP connect timeout of Windows gateways, 20 s that of self-hosted ones. */
const aroundConnectTimeout: Predicate = {
  any: [
    ofForwarded({ column: 'BackendTime', op: 'between', value: [19_500, 22_500] }),
    { column: 'LastErrorElapsed', op: 'between', value: [19_500, 22_500] },
  ],
};

/** Without a message the time tells. */
export const silentNoAnswer: Predicate = {
  all: [
    messageIsEmpty,
    { not: whileTransferring },
    // It answered, so that there was a connection.
    { not: ofForwarded({ column: 'BackendResponseCode', op: 'atLeast', value: 1 }) },
    aroundConnectTimeout,
  ],
};
