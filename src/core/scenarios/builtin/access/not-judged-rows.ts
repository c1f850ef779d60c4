import type { Scenario } from '../../scenario';

/** Rows of token policies that did not judge the token, or do not say how: nobody can tell that it was invalid. */
export const notJudgedRows: Scenario['examples']['doesNotMatch'] = [
  {
    source: 'Composed: a documented reason, but no keys to judge with',
    is: 'gateway-other',
    row: {
      ResponseCode: 401,
      LastErrorReason: 'TokenSignatureKeyNotFound',
      LastErrorMessage:
        'IDX10500: Signature validation failed. No security keys were provided to validate the signature.',
      LastErrorSource: 'validate-jwt',
    },
  },
  {
    source: 'Composed: a documented reason, but the policy lacks an issuer',
    is: 'gateway-other',
    row: {
      ResponseCode: 401,
      LastErrorReason: 'TokenIssuerNotAllowed',
      LastErrorMessage:
        'IDX10204: Unable to validate issuer. validationParameters.ValidIssuer is null or whitespace.',
      LastErrorSource: 'validate-jwt',
    },
  },
  {
    source: 'Composed: the issuer was not reached, says the reason',
    is: 'gateway-other',
    row: {
      ResponseCode: 401,
      LastErrorReason: 'BackendConnectionFailure',
      LastErrorSource: 'validate-jwt',
    },
  },
  {
    source: 'Composed: the issuer did not answer in time, says the reason',
    is: 'gateway-other',
    row: {
      ResponseCode: 401,
      LastErrorReason: 'Timeout',
      LastErrorMessage: 'Request to the backend service timed out',
      LastErrorSource: 'validate-jwt',
    },
  },
  {
    source: 'Composed: the connection to the issuer broke',
    is: 'unclassified',
    row: {
      ResponseCode: 401,
      LastErrorMessage: 'The underlying connection was closed: An unexpected error occurred on a receive.',
      LastErrorSource: 'validate-jwt',
    },
  },
  {
    source: 'Composed: the issuer’s address did not answer',
    is: 'unclassified',
    row: {
      ResponseCode: 401,
      LastErrorMessage:
        'A connection attempt failed because the connected party did not properly respond after a period of time, or established connection failed because connected host has failed to respond 203.0.113.9:443',
      LastErrorSource: 'validate-jwt',
    },
  },
  {
    source: 'Composed from the example in the documentation of validate-jwt: one of two',
    is: 'unclassified',
    row: {
      ResponseCode: 401,
      LastErrorMessage: 'Unauthorized. Access token is missing or invalid.',
      LastErrorSource: 'validate-jwt',
    },
  },
  {
    source: 'Composed: the same of three',
    is: 'unclassified',
    row: {
      ResponseCode: 401,
      LastErrorMessage: 'Access token is missing, expired or invalid',
      LastErrorSource: 'validate-jwt',
    },
  },
  {
    source: 'Composed: the reason is general, the issuer could not be asked',
    is: 'gateway-other',
    row: {
      ResponseCode: 401,
      LastErrorReason: 'JwtInvalid',
      LastErrorMessage:
        "JWT Validation Failed: IDX20803: Unable to obtain configuration from: 'https://login.example/.well-known/openid-configuration'.",
      LastErrorSource: 'validate-jwt',
    },
  },
  {
    source: 'Composed: the issuer’s name does not resolve',
    is: 'unclassified',
    row: {
      ResponseCode: 401,
      LastErrorMessage:
        "JWT Validation Failed: IDX20803: Unable to obtain configuration from: 'https://login.example/.well-known/openid-configuration'. The remote name could not be resolved: 'login.example'",
      LastErrorSource: 'validate-jwt',
    },
  },
  {
    source: 'Composed from the texts of the token library: no keys to judge with',
    is: 'unclassified',
    row: {
      ResponseCode: 401,
      LastErrorMessage:
        'JWT Validation Failed: IDX10500: Signature validation failed. No security keys were provided to validate the signature.',
      LastErrorSource: 'validate-jwt',
    },
  },
  {
    source: 'Composed: the policy itself failed',
    is: 'unclassified',
    row: {
      ResponseCode: 500,
      LastErrorMessage: 'Object reference not set; token cache entry missing',
      LastErrorSource: 'validate-jwt',
    },
  },
  {
    source: 'Composed from the texts of the token library: the issuer could not be asked',
    is: 'unclassified',
    row: {
      ResponseCode: 401,
      LastErrorMessage:
        "JWT Validation Failed: IDX20803: Unable to obtain configuration from: 'https://login.example/.well-known/openid-configuration'.",
      LastErrorSource: 'validate-jwt',
    },
  },
  {
    source: 'Composed: the issuer could not be asked, in words of Linux',
    is: 'unclassified',
    row: {
      ResponseCode: 401,
      LastErrorSource: 'validate-jwt',
      LastErrorMessage: 'No such host is known. (login.example:443)',
    },
  },
  {
    source: 'Composed from the texts of the token library: the policy lacks an issuer',
    is: 'unclassified',
    row: {
      ResponseCode: 401,
      LastErrorSource: 'validate-jwt',
      LastErrorMessage:
        'JWT Validation Failed: IDX10204: Unable to validate issuer. validationParameters.ValidIssuer is null',
    },
  },
];
