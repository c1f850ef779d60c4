import type { Predicate } from '../../../predicate';
import {
  messageSays,
  namesConnection,
  passesStatusOn,
  reasonIs,
  refusesCaller,
  sourceIs,
} from '../../conditions';
import { namedBy } from '../../rules';
import type { Scenario } from '../../scenario';
import { unauthorized, validateEntraToken, validateJwt } from '../microsoft-links';
import { notJudgedRows } from './not-judged-rows';
import {
  refusedToken,
  saysExpired,
  saysMisconfigured,
  saysMissingOrInvalid,
  saysNoConfiguration,
} from './token-words';

/** Something else than the token was wrong. */
const notJudged: Predicate = { any: [saysNoConfiguration, saysMisconfigured] };

export const jwtInvalid: Scenario = {
  id: 'jwt-invalid',
  title: 'Invalid token',
  family: 'access',
  severity: 'warning',
  owner: 'consumer',
  summary:
    'A token policy refused the token: signature, issuer, audience or claims are not what it asks for.',
  match: [
    // Claims are read last, of a token that was judged; their texts are the caller’s.
    namedBy('TokenClaimNotFound', 'TokenClaimValueNotAllowed'),
    {
      at: 'reason',
      basis: 'reason',
      confidence: 'high',
      when: {
        all: [
          reasonIs(
            'TokenSignatureInvalid',
            'TokenAudienceNotAllowed',
            'TokenIssuerNotAllowed',
            'TokenSignatureKeyNotFound',
            'JwtInvalid',
          ),
          { not: notJudged },
        ],
      },
    },
    {
      at: 'message',
      basis: 'message',
      confidence: 'medium',
      when: {
        all: [
          messageSays(
            'JWT Validation Failed',
            'Invalid Azure AD JWT',
            'missing the following claims',
            'IDX10',
          ),
          { not: notJudged },
          { not: namesConnection },
          // Whose text is its author’s.
          { not: sourceIs('check-header') },
          refusesCaller,
          { not: passesStatusOn },
        ],
      },
    },
    {
      at: 'source',
      basis: 'source',
      confidence: 'low',
      when: { all: [refusedToken, { not: notJudged }, { not: saysMissingOrInvalid }] },
    },
  ],
  evidence: [
    'ResponseCode',
    'BackendResponseCode',
    'LastErrorSource',
    'LastErrorReason',
    'LastErrorMessage',
    'ApiId',
    'OperationId',
    'CallerIpAddress',
  ],
  causes: [
    'The token is for another audience, tenant or issuer than the policy accepts.',
    'A required claim, such as a role or scope, is not in it.',
    'The issuer changed its signing keys and the gateway does not know the new ones yet.',
    'The token was damaged on its way.',
  ],
  checks: [
    {
      text: 'LastErrorReason or the code IDX… in the message tells which test failed.',
      query: { show: 'breakdown', by: 'LastErrorReason' },
    },
    {
      text: 'Decode such a token and compare iss, aud and the claims with the policy.',
      query: { show: 'rows' },
    },
    {
      text: 'Can the gateway reach the OpenID configuration that the policy names?',
      query: { show: 'series', by: 'Region' },
    },
  ],
  remediation: [
    'Let the client ask for a token for this API (audience or scope), or add the audience to the policy.',
    'After a change of keys wait an hour: the gateway reads them hourly, and on an unknown key at most once in five minutes.',
  ],
  policies: [
    {
      title: 'In inbound: all audiences and issuers that this API accepts',
      xml: [
        '<validate-jwt header-name="Authorization" require-scheme="Bearer">',
        '  <openid-config url="https://login.microsoftonline.com/TENANT/v2.0/.well-known/openid-configuration" />',
        '  <audiences>',
        '    <audience>api://orders</audience>',
        '    <audience>CLIENT-ID-OF-THE-API</audience>',
        '  </audiences>',
        '  <issuers>',
        '    <issuer>https://login.microsoftonline.com/TENANT/v2.0</issuer>',
        '    <issuer>https://sts.windows.net/TENANT/</issuer>',
        '  </issuers>',
        '</validate-jwt>',
      ].join('\n'),
    },
  ],
  links: [validateJwt, validateEntraToken, unauthorized],
  hints: [
    {
      when: { all: [reasonIs('JwtInvalid'), saysExpired] },
      text: 'The message speaks of the token’s lifetime: go by “Expired token”, although the reason is the general one.',
    },
    {
      when: {
        any: [
          { column: 'LastErrorReason', op: 'equals', value: 'TokenSignatureKeyNotFound' },
          messageSays('Unable to match key', 'IDX10501', 'IDX10503'),
        ],
      },
      text: 'An unknown signing key may mend itself within minutes, when the gateway reads the issuer’s new keys.',
    },
  ],
  notes: [
    'A 401 that the backend itself sent is “4xx from the backend”, whatever its www-authenticate header says.',
    'Where the message says that the policy had no keys, or no issuer or audience to compare with, no token was judged: that is “Other gateway error”, even with a reason that names the token.',
  ],
  examples: {
    matches: [
      {
        ref: 'A-29',
        source: 'jpazpaas, debugging of JWT validation',
        row: {
          ResponseCode: 401,
          IsRequestSuccess: false,
          LastErrorMessage: 'JWT Validation Failed: IDX10511: Signature validation failed.',
          LastErrorSource: 'validate-jwt',
          LastErrorSection: 'inbound',
          TotalTime: 4,
        },
      },
      {
        source: 'Predefined errors of API Management',
        row: {
          ResponseCode: 401,
          LastErrorReason: 'TokenAudienceNotAllowed',
          LastErrorMessage: 'IDX10214: Audience validation failed. Access denied.',
          LastErrorSource: 'validate-jwt',
        },
      },
      {
        source: 'Composed from reports of sentences in the reason',
        row: {
          ResponseCode: 401,
          LastErrorReason: 'The token is malformed.',
          LastErrorMessage: 'The request was refused.',
          LastErrorSource: 'validate-jwt',
        },
      },
      {
        source: 'Composed from the predefined errors of API Management',
        row: {
          ResponseCode: 401,
          LastErrorReason: 'JwtInvalid',
          LastErrorMessage: 'JWT Validation Failed: IDX10511: Signature validation failed.',
          LastErrorSource: 'validate-jwt',
        },
      },
    ],
    doesNotMatch: [
      {
        source: 'The backend refused the token',
        is: 'backend-returned-4xx',
        row: { ResponseCode: 401, BackendResponseCode: 401 },
      },
      ...notJudgedRows,
    ],
  },
};
