import { namedBy, toldBy } from '../../rules';
import type { Scenario } from '../../scenario';
import { unauthorized, validateEntraToken, validateJwt } from '../microsoft-links';
import { refusedToken, saysMissing } from './token-words';

export const jwtMissing: Scenario = {
  id: 'jwt-missing',
  title: 'Missing token',
  family: 'access',
  severity: 'info',
  owner: 'consumer',
  summary: 'A token policy looked for a token in the request and found none.',
  match: [
    // TokenNotFound and its text are those of 2018.
    namedBy('TokenNotPresent', 'TokenNotFound'),
    toldBy('JWT not present', 'JWT not found in the request'),
    { at: 'message', basis: 'message', confidence: 'medium', when: { all: [refusedToken, saysMissing] } },
  ],
  evidence: [
    'ResponseCode',
    'BackendResponseCode',
    'LastErrorSource',
    'LastErrorReason',
    'ApiId',
    'OperationId',
    'CallerIpAddress',
  ],
  causes: [
    'The client does not sign in, or sends its token elsewhere than the policy looks.',
    'A proxy in front removed the Authorization header.',
  ],
  checks: [
    {
      text: 'The policy’s header-name, query-parameter-name or token-value: is that where the client puts the token?',
      query: { show: 'breakdown', by: 'ApiId' },
    },
    {
      text: 'See whether one client or all of them fail.',
      query: { show: 'breakdown', by: 'ApimSubscriptionId' },
    },
  ],
  remediation: [
    'Let the client send its token: Authorization: Bearer TOKEN.',
    'Keep the policy off operations that are meant to be open.',
  ],
  policies: [
    {
      title: 'In inbound: ask for a token everywhere but at an operation that is meant to be open',
      xml: [
        '<choose>',
        '  <when condition="@(context.Operation.Id != "health")">',
        '    <validate-jwt header-name="Authorization" require-scheme="Bearer">',
        '      <openid-config url="https://login.microsoftonline.com/TENANT/v2.0/.well-known/openid-configuration" />',
        '      <audiences>',
        '        <audience>api://orders</audience>',
        '      </audiences>',
        '    </validate-jwt>',
        '  </when>',
        '</choose>',
      ].join('\n'),
    },
  ],
  links: [validateJwt, validateEntraToken, unauthorized],
  hints: [],
  notes: ['The status is 401 unless failed-validation-httpcode says otherwise.'],
  examples: {
    matches: [
      {
        ref: 'B-14',
        source: 'Documentation of validate-azure-ad-token',
        row: {
          ResponseCode: 401,
          IsRequestSuccess: false,
          LastErrorReason: 'TokenNotPresent',
          LastErrorMessage: 'Azure AD JWT not present.',
          LastErrorSource: 'validate-azure-ad-token',
          LastErrorSection: 'inbound',
          TotalTime: 2,
        },
      },
      {
        source: 'Predefined errors of API Management, 2018',
        row: {
          ResponseCode: 401,
          LastErrorReason: 'TokenNotFound',
          LastErrorMessage: 'JWT not found in the request. Access denied.',
          LastErrorSource: 'validate-jwt',
        },
      },
      {
        source: 'Composed from reports of sentences in the reason',
        row: { ResponseCode: 401, LastErrorReason: 'The token is missing.', LastErrorSource: 'validate-jwt' },
      },
    ],
    doesNotMatch: [
      {
        source: 'Composed: the token is there, a scope is not',
        is: 'jwt-invalid',
        row: {
          ResponseCode: 401,
          LastErrorMessage: 'Required scope not present in the token.',
          LastErrorSource: 'validate-azure-ad-token',
        },
      },
      {
        source: 'Composed: the token is there, a role is not',
        is: 'jwt-invalid',
        row: {
          ResponseCode: 401,
          LastErrorMessage: 'The token is missing the role Orders.Read.',
          LastErrorSource: 'validate-jwt',
        },
      },
      {
        source: 'Predefined errors of API Management',
        is: 'jwt-invalid',
        row: {
          ResponseCode: 401,
          LastErrorReason: 'TokenClaimNotFound',
          LastErrorMessage: 'JWT is missing the following claims: aud. Access denied.',
          LastErrorSource: 'validate-jwt',
        },
      },
      {
        source: 'The same without its name',
        is: 'jwt-invalid',
        row: {
          ResponseCode: 401,
          LastErrorMessage: 'JWT token is missing the following claims: aud, scp. Access denied.',
          LastErrorSource: 'validate-jwt',
        },
      },
    ],
  },
};
