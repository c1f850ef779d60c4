import { messageSays, passesStatusOn, refusesCaller, sourceIs } from '../../conditions';
import { namedBy } from '../../rules';
import type { Scenario } from '../../scenario';
import { unauthorized, validateEntraToken, validateJwt } from '../microsoft-links';
import { refusedToken, saysExpired } from './token-words';

export const jwtExpired: Scenario = {
  id: 'jwt-expired',
  title: 'Expired token',
  family: 'access',
  severity: 'info',
  owner: 'consumer',
  summary: 'The token in the request was valid once; its lifetime is over, or has not begun.',
  match: [
    namedBy('TokenExpired'),
    {
      at: 'message',
      basis: 'message',
      confidence: 'medium',
      when: {
        all: [
          messageSays('Lifetime validation failed'),
          saysExpired,
          sourceIs(''),
          refusesCaller,
          { not: passesStatusOn },
        ],
      },
    },
    { at: 'message', basis: 'message', confidence: 'medium', when: { all: [refusedToken, saysExpired] } },
  ],
  evidence: [
    'ResponseCode',
    'BackendResponseCode',
    'LastErrorSource',
    'LastErrorReason',
    'LastErrorMessage',
    'ApiId',
    'CallerIpAddress',
  ],
  causes: [
    'The client keeps a token for longer than it is good for.',
    'The clocks of the issuer and the gateway differ by some seconds.',
  ],
  checks: [
    {
      text: 'Decode such a token: its exp and nbf against the time of the request.',
      query: { show: 'rows' },
    },
    {
      text: 'One client again and again does not renew its token; many clients now and then are normal.',
      query: { show: 'breakdown', by: 'ApimSubscriptionId' },
    },
  ],
  remediation: [
    'Let the client ask for a new token shortly before the old one ends, and retry once with a new one after a 401.',
    'Allow for clocks that differ: clock-skew of validate-jwt is 0 by default.',
  ],
  policies: [
    {
      title: 'In inbound: allow for clocks that differ by up to a minute',
      xml: [
        '<validate-jwt header-name="Authorization" require-scheme="Bearer" clock-skew="60">',
        '  <openid-config url="https://login.microsoftonline.com/TENANT/v2.0/.well-known/openid-configuration" />',
        '  <audiences>',
        '    <audience>api://orders</audience>',
        '  </audiences>',
        '</validate-jwt>',
      ].join('\n'),
    },
  ],
  links: [validateJwt, validateEntraToken, unauthorized],
  hints: [
    {
      when: messageSays('not yet valid', 'IDX10222'),
      text: 'The token is not valid yet: the clocks of issuer and gateway differ. Allow for it with clock-skew; a new token does not help.',
    },
  ],
  notes: [],
  examples: {
    matches: [
      {
        source: 'Predefined errors of API Management',
        row: {
          ResponseCode: 401,
          IsRequestSuccess: false,
          LastErrorReason: 'TokenExpired',
          LastErrorMessage: 'IDX10223: Lifetime validation failed. The token is expired. Access denied.',
          LastErrorSource: 'validate-jwt',
          LastErrorSection: 'inbound',
          TotalTime: 3,
        },
      },
      {
        source: 'Composed from reports of sentences in the reason',
        row: {
          ResponseCode: 401,
          LastErrorReason: 'The token is expired.',
          LastErrorMessage: 'Invalid Azure AD JWT',
          LastErrorSource: 'validate-azure-ad-token',
        },
      },
      {
        source: 'Composed from reports of sentences in the reason',
        row: {
          ResponseCode: 401,
          LastErrorReason: 'Lifetime validation failed.',
          LastErrorSource: 'validate-azure-ad-token',
        },
      },
      {
        source: 'Composed: the same without the policy’s name',
        row: {
          ResponseCode: 401,
          LastErrorMessage: 'IDX10223: Lifetime validation failed. The token is expired.',
        },
      },
    ],
    doesNotMatch: [
      {
        source: 'Composed from the texts of the token library: an audience with the word in its name',
        is: 'jwt-invalid',
        row: {
          ResponseCode: 401,
          LastErrorMessage: "IDX10214: Audience validation failed. Audiences: 'api://expired'. Did not match",
          LastErrorSource: 'validate-jwt',
        },
      },
      {
        source: 'Composed: a claim with the word in its name',
        is: 'jwt-invalid',
        row: {
          ResponseCode: 401,
          LastErrorMessage: 'JWT is missing the following claims: session_lifetime. Access denied.',
          LastErrorSource: 'validate-jwt',
        },
      },
      {
        source: 'Composed: a certificate on the way to the issuer',
        is: 'unclassified',
        row: {
          ResponseCode: 401,
          LastErrorMessage: 'The remote certificate has expired while reading keys',
          LastErrorSource: 'validate-jwt',
        },
      },
      {
        source: 'Composed from the texts of the token library: its times contradict each other',
        is: 'jwt-invalid',
        row: {
          ResponseCode: 401,
          LastErrorMessage:
            'JWT Validation Failed: IDX10224: Lifetime validation failed. The NotBefore is after Expires.',
          LastErrorSource: 'validate-jwt',
        },
      },
      {
        source: 'Composed from the texts of the token library: no end at all',
        is: 'jwt-invalid',
        row: {
          ResponseCode: 401,
          LastErrorMessage:
            'JWT Validation Failed: IDX10225: Lifetime validation failed. The token is missing an Expiration Time.',
          LastErrorSource: 'validate-jwt',
        },
      },
      {
        source: 'Composed from the texts of the token library: the issuer’s certificate',
        is: 'jwt-invalid',
        row: {
          ResponseCode: 401,
          LastErrorMessage:
            'JWT Validation Failed: IDX10249: X509SecurityKey validation failed. The associated certificate has expired.',
          LastErrorSource: 'validate-jwt',
        },
      },
      {
        source: 'Predefined errors of API Management',
        is: 'jwt-invalid',
        row: {
          ResponseCode: 401,
          LastErrorReason: 'TokenAudienceNotAllowed',
          LastErrorMessage: 'IDX10214: Audience validation failed. Access denied.',
          LastErrorSource: 'validate-jwt',
        },
      },
      {
        source: 'Composed: the certificate behind the signature',
        is: 'jwt-invalid',
        row: {
          ResponseCode: 401,
          LastErrorSource: 'validate-jwt',
          LastErrorMessage: 'The certificate used to sign the token has expired',
        },
      },
    ],
  },
};
