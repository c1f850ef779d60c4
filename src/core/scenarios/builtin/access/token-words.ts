import type { Predicate } from '../../../predicate';
import { sourceIs } from '../../conditions';

/** Policies whose reason may be a whole sentence of the token library, so that only its words tell what was wrong. */
export const tokenPolicy = sourceIs('validate-jwt', 'validate-azure-ad-token');

const says = (value: string): Predicate => ({
  any: [
    { column: 'LastErrorReason', op: 'containsIgnoreCase', value },
    { column: 'LastErrorMessage', op: 'containsIgnoreCase', value },
  ],
});

/** A code of the token library: it had a token to look at. */
const hasCode = says('IDX1');

/** The token is missing; a token that is missing claims is there. */
export const saysMissing: Predicate = {
  all: [{ any: [says('not present'), { all: [says('missing'), { not: says('claim') }] }] }, { not: hasCode }],
};

/** The time of the token, not that of a signing certificate, and there is one. */
export const saysExpired: Predicate = {
  all: [
    { any: [says('expired'), says('lifetime')] },
    { not: { any: [says('X509SecurityKey'), says('missing an Expiration')] } },
  ],
};

/** The gateway could not read the issuer’s OpenID configuration or keys, so the token was not judged. */
export const saysNoConfiguration: Predicate = {
  any: [
    says('Unable to obtain configuration'),
    says('Unable to retrieve document'),
    says('IDX10803'),
    says('IDX20803'),
    says('IDX20804'),
  ],
};
