/** The forms that most rules have. They return plain data. */
import type { Predicate } from '../predicate';
import {
  messageIsEmpty,
  messageSays,
  namesConnection,
  ofOwnConnection,
  passesErrorOn,
  passesStatusOn,
  policyGotNoAnswer,
  policyItselfFailed,
  reasonIs,
  reasonIsEmpty,
  refusesCaller,
  sourceIs,
  unknownConnection,
  whileExchanging,
} from './conditions';
import type { Rule } from './scenario';

/** The reason alone names the scenario. */
export const namedBy = (...reasons: readonly string[]): Rule => ({
  at: 'reason',
  basis: 'reason',
  confidence: 'high',
  when: reasonIs(...reasons),
});

/**
 * The message tells where the reason is missing or unknown, and the answer is not simply the backend’s. That of
 * check-header is its author’s.
 */
export const toldBy = (...texts: readonly string[]): Rule => ({
  at: 'message',
  basis: 'message',
  confidence: 'medium',
  when: { all: [messageSays(...texts), { not: sourceIs('check-header') }, { not: passesStatusOn }] },
});

/** All that is known is the policy that raised the error; the answer is not simply the backend’s. */
export const raisedBy = (...sources: readonly string[]): Rule => ({
  at: 'source',
  basis: 'source',
  confidence: 'low',
  when: {
    all: [
      sourceIs(...sources),
      { not: passesStatusOn },
      { not: namesConnection },
      { not: policyItselfFailed },
    ],
  },
});

/** All that is known is the policy, which refused the caller: a server error is a failure of the policy itself. */
export const refusedBy = (...sources: readonly string[]): Rule => ({
  ...raisedBy(...sources),
  when: {
    all: [
      sourceIs(...sources),
      refusesCaller,
      { not: passesStatusOn },
      { not: namesConnection },
      { not: policyItselfFailed },
      { not: policyGotNoAnswer },
    ],
  },
});

/**
 * The backend’s own status reached the caller unchanged. Where a policy recorded an error beside it, that may have more
 * to say.
 */
export function passedOn(from: number, to: number): readonly Rule[] {
  const sameStatus: readonly Predicate[] = [
    reasonIsEmpty,
    { column: 'ResponseCode', op: 'between', value: [from, to] },
    passesStatusOn,
  ];
  const common = { at: 'status', basis: 'status' } as const;
  return [
    { ...common, confidence: 'high', when: { all: [...sameStatus, messageIsEmpty] } },
    { ...common, confidence: 'medium', when: { all: sameStatus } },
  ];
}

/**
 * A connection failure of which the message says what kind; without that reason the message counts where an exchange
 * with a backend failed.
 * @param seen whether gateway rows with these texts were seen, or only other programs of the same runtime write them
 */
export function connectionFailure(says: Predicate, seen: boolean): readonly Rule[] {
  return [
    {
      at: 'reason',
      basis: 'reason+message',
      confidence: seen ? 'high' : 'medium',
      when: { all: [reasonIs('BackendConnectionFailure'), { not: ofOwnConnection }, says] },
    },
    {
      at: 'message',
      basis: 'message',
      confidence: seen ? 'medium' : 'low',
      when: {
        all: [
          whileExchanging,
          { not: unknownConnection },
          { not: namesConnection },
          { not: passesErrorOn },
          says,
        ],
      },
    },
  ];
}
