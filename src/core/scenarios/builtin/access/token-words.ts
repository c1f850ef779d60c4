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

/** The token is missing; a token that is missing claims is there. */
export const saysMissing: Predicate = {
  any: [says('not present'), { all: [says('missing'), { not: says('claim') }] }],
};

export const saysExpired: Predicate = { any: [says('expired'), says('lifetime')] };
