import type { CanonicalRow } from '../log';
import type { Outcome } from '../scenarios';

/** Why a request has its outcome, in a sentence. */
export function because(outcome: Outcome, row: CanonicalRow): string {
  const { ResponseCode: status, LastErrorReason: reason } = row;
  switch (outcome) {
    case 'succeeded':
      return status === null
        ? 'No status was logged, and nothing says that the request failed.'
        : `The caller got a complete answer with status ${status}, and the gateway recorded no reason for an error.`;
    case 'masked':
      return `The caller got ${statusWords(status)} although the gateway recorded an error (${reason}): a policy hid it, or a retry recovered.`;
    case 'failed':
      return failedBecause(row);
  }
}

function failedBecause({ ResponseCode: status, LastErrorReason, DisconnectPhase }: CanonicalRow): string {
  if (status === 0) {
    return 'Nothing was sent to the caller (status 0).';
  }
  if (status !== null && (status < 100 || status >= 400)) {
    return `The caller got ${statusWords(status)}.`;
  }
  const logged = status === null ? 'no status was logged' : `${statusWords(status)} was on its way`;
  if (LastErrorReason === 'ClientConnectionFailure') {
    return `The caller left before it had the complete answer; ${logged}.`;
  }
  return DisconnectPhase === 'transferring'
    ? `The answer broke off while it was transferred; ${logged}.`
    : 'No status was logged, and the gateway recorded a failure.';
}

const statusWords = (status: number | null) => (status === null ? 'an answer' : `status ${status}`);
