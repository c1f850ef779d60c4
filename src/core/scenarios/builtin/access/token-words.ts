import type { Predicate } from '../../../predicate';
import { policyItselfFailed, refusesCaller, sourceIs } from '../../conditions';

/** The policies that look at tokens. */
export const tokenPolicy = sourceIs('validate-jwt', 'validate-azure-ad-token');

const says = (value: string): Predicate => ({
  any: [
    { column: 'LastErrorReason', op: 'containsIgnoreCase', value },
    { column: 'LastErrorMessage', op: 'containsIgnoreCase', value },
  ],
});

const saysAny = (...texts: readonly string[]): Predicate => ({ any: texts.map(says) });

/**
 * Refused by a policy whose reason may be a whole sentence of the token library, so that only its words tell what was
 * wrong. A server error that does not speak of the token is a failure of the policy itself.
 */
export const refusedToken: Predicate = {
  all: [
    tokenPolicy,
    {
      any: [
        refusesCaller,
        { all: [saysAny('token is', 'JWT', 'IDX10', 'IDX12'), { not: policyItselfFailed }] },
      ],
    },
  ],
};

/** The token is missing; one that is missing claims or an end is there, as is one that the library has a code for. */
export const saysMissing: Predicate = {
  all: [
    saysAny('not present', 'token is missing', 'jwt is missing', 'missing token', 'missing jwt'),
    { not: saysAny('claim', 'missing an', 'IDX1') },
  ],
};

/** The time of the token, not that of a certificate. */
export const saysExpired: Predicate = {
  all: [saysTime(), { not: says('certificate') }],
};

function saysTime(): Predicate {
  return saysAny(
    'token is expired',
    'token has expired',
    'token expired',
    'jwt is expired',
    'jwt has expired',
    'jwt expired',
    'token is not yet valid',
    'IDX10222',
    'IDX10223',
  );
}

/** The policy’s own configuration is at fault: a valid issuer, audience or key that is missing. */
export const saysMisconfigured: Predicate = saysAny('IDX10204', 'IDX10208', 'IDX10634');

/** The gateway could not read the issuer’s OpenID configuration or keys, so the token was not judged. */
export const saysNoConfiguration: Predicate = saysAny(
  'Unable to obtain configuration',
  'Unable to retrieve document',
  'No security keys were provided',
  'reading keys',
  'remote name could not be resolved',
  'No such host',
  'Name or service not known',
  'Name does not resolve',
  'Connection refused',
  'remote certificate',
  'SSL connection',
  'was canceled',
  'was cancelled',
  'has timed out',
  'Unable to connect to the remote server',
  'trust relationship',
  'IDX10500',
  'IDX10803',
  'IDX20803',
  'IDX20804',
);
