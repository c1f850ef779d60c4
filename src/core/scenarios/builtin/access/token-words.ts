import type { Predicate } from '../../../predicate';
import {
  messageSays,
  namesConnection,
  noAnswerTexts,
  policyGotNoAnswer,
  policyItselfFailed,
  refusesCaller,
  sourceIs,
} from '../../conditions';

/** The policies that look at tokens. */
export const tokenPolicy = sourceIs('validate-jwt', 'validate-azure-ad-token');

const reasonSays = (value: string): Predicate => ({
  column: 'LastErrorReason',
  op: 'containsIgnoreCase',
  value,
});

/** In the message, or in the reason, which may be a sentence. */
const saysAny = (...texts: readonly string[]): Predicate => ({
  any: [...texts.map(reasonSays), messageSays(...texts)],
});

/**
 * Refused by a policy whose reason may be a whole sentence of the token library, so that only its words tell what was
 * wrong. A server error that does not speak of the token is a failure of the policy itself.
 */
export const refusedToken: Predicate = {
  all: [
    tokenPolicy,
    { not: namesConnection },
    {
      any: [
        refusesCaller,
        { all: [saysAny('token is', 'JWT', 'IDX10', 'IDX12'), { not: policyItselfFailed }] },
      ],
    },
  ],
};

/** One of several, and nothing tells which: the text of an example that many policies copy. */
export const saysMissingOrInvalid: Predicate = {
  all: [saysAny('missing'), saysAny('invalid', 'expired'), saysAny(' or ')],
};

/** The token is missing; one that lacks claims or an end is there, as is one that the library has a code for. */
export const saysMissing: Predicate = {
  all: [
    saysAny(
      'token not present',
      'token is not present',
      'jwt not present',
      'jwt is not present',
      'token is missing',
      'jwt is missing',
      'missing token',
      'missing jwt',
    ),
    { not: saysAny('claim', 'scope', 'role', 'missing a', 'missing the', 'missing required', 'IDX1') },
    { not: saysMissingOrInvalid },
  ],
};

/** The time of the token, not that of a certificate, a key or a secret, nor times that make no sense. */
export const saysExpired: Predicate = {
  all: [
    saysAny('expired', 'lifetime', 'not yet valid', 'IDX10222', 'IDX10223'),
    {
      not: saysAny(
        'certificate',
        'claim',
        'key',
        'secret',
        'configuration',
        'missing an',
        'is after Exp',
        'IDX10224',
        'IDX10225',
        // What is quoted after these is the token’s.
        'Audience validation',
        'Issuer validation',
        'Signature validation',
      ),
    },
    { not: saysMissingOrInvalid },
  ],
};

/** The policy’s own configuration is at fault: a valid issuer, audience or key that is missing. */
export const saysMisconfigured: Predicate = saysAny('IDX10204', 'IDX10208', 'IDX10634');

/** The gateway could not read the issuer’s OpenID configuration or keys, so the token was not judged. */
export const saysNoConfiguration: Predicate = {
  any: [
    policyGotNoAnswer,
    ...noAnswerTexts.map(reasonSays),
    saysAny(
      'Unable to obtain configuration',
      'Unable to retrieve document',
      'No security keys were provided',
      'reading keys',
      'IDX10500',
      'IDX10803',
      'IDX20803',
      'IDX20804',
    ),
  ],
};
