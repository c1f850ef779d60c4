/** The forms that most rules have. They return plain data. */
import type { Predicate } from '../predicate';
import { messageSays, reasonIs, sourceIs } from './conditions';
import type { Rule } from './scenario';

/** The reason alone names the scenario. */
export const namedBy = (...reasons: readonly string[]): Rule => ({
  at: 'reason',
  basis: 'reason',
  confidence: 'high',
  when: reasonIs(...reasons),
});

/** The message tells where the reason is missing or unknown. */
export const toldBy = (...texts: readonly string[]): Rule => ({
  at: 'message',
  basis: 'message',
  confidence: 'medium',
  when: messageSays(...texts),
});

/** All that is known is the policy that raised the error. */
export const raisedBy = (...sources: readonly string[]): Rule => ({
  at: 'source',
  basis: 'source',
  confidence: 'low',
  when: sourceIs(...sources),
});

/** All that is known is the policy, which refused the caller: a server error is a failure of the policy itself. */
export const refusedBy = (...sources: readonly string[]): Rule => ({
  ...raisedBy(...sources),
  when: { all: [sourceIs(...sources), { column: 'ResponseCode', op: 'between', value: [400, 499] }] },
});

/**
 * A connection failure of which the message says what kind; the message counts alone too.
 * @param seen whether gateway rows with these texts were seen, or only other programs of the same runtime write them
 */
export function connectionFailure(says: Predicate, seen: boolean): readonly Rule[] {
  return [
    {
      at: 'reason',
      basis: 'reason+message',
      confidence: seen ? 'high' : 'medium',
      when: { all: [reasonIs('BackendConnectionFailure'), says] },
    },
    { at: 'message', basis: 'message', confidence: seen ? 'medium' : 'low', when: says },
  ];
}
