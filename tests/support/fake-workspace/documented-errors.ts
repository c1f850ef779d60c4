/**
 * Answers of the query API as Microsoft documents them and as its SDKs have recorded them, in our own words.
 * https://learn.microsoft.com/azure/azure-monitor/logs/api/errors
 */
import { randomUUID } from 'node:crypto';

interface Inner {
  readonly code: string;
  readonly message: string;
  readonly innererror?: Inner;
  readonly line?: number;
  readonly pos?: number;
}

export interface ErrorBody {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly correlationId: string;
    readonly innererror?: Inner;
    readonly details?: readonly Inner[];
  };
}

export const CORRELATION_ID = '11111111-2222-3333-4444-555555555555';

export function errorBody(
  code: string,
  message: string,
  more: { readonly innererror?: Inner; readonly details?: readonly Inner[] } = {},
): ErrorBody {
  return { error: { message, code, correlationId: CORRELATION_ID, ...more } };
}

const badArgument = (innererror: Inner) =>
  errorBody('BadArgumentError', 'The request had some invalid properties', { innererror });

export const documented = {
  unauthenticated: errorBody('AuthorizationRequiredError', 'Valid authentication was not provided'),
  wrongToken: errorBody(
    'InvalidAuthenticationTokenError',
    'Authentication failed. The access token has been obtained for a wrong audience or resource.',
  ),
  noRights: errorBody(
    'InsufficientAccessError',
    'The provided credentials have insufficient access to perform the requested operation',
  ),
  noPath: errorBody('PathNotFoundError', 'The requested path does not exist'),
  noWorkspace: errorBody('WorkspaceNotFoundError', 'The workspace could not be found'),
  throttled: errorBody('ThrottledError', 'Too many requests'),
  tooSlow: errorBody('GatewayTimeout', 'The request has timed out.', {
    innererror: { code: 'GatewayTimeout', message: 'The query service timed out.' },
  }),
  broken: errorBody('InternalServerError', 'An internal error occurred'),
  basicPlan: badArgument({
    code: 'UnsupportedApiQueryValidationError',
    message:
      "Query of Basic Logs table is not supported with the API 'https://api.loganalytics.io/v1/workspaces/{workspaceId}/query'.",
  }),
  tooLarge: errorBody('ResponsePayloadTooLarge', 'The response payload is too large'),
  syntax: (message: string) =>
    badArgument({
      code: 'SyntaxError',
      message: 'A recognition error occurred in the query.',
      innererror: { code: 'SYN0002', message, line: 1, pos: 0 },
    }),
  semantic: (message: string) =>
    badArgument({
      code: 'SemanticError',
      message: 'A semantic error occurred.',
      innererror: { code: 'SEM0100', message },
    }),
  missingTable: (table: string) =>
    documented.semantic(`'where' operator: Failed to resolve table or column expression named '${table}'`),
  partial: errorBody('PartialError', 'There were some errors when processing your query.', {
    details: [
      {
        code: 'EngineError',
        message: 'Something went wrong processing your query on the server.',
        innererror: {
          code: '-2133196797',
          message:
            'The results of this query exceed the set limit of 64000000 bytes, so not all were returned.',
        },
      },
    ],
  }),
} as const;

/** Of Microsoft Entra ID. */
export const loginErrors = {
  wrongSecret: {
    error: 'invalid_client',
    error_description: 'AADSTS7000215: Invalid client secret provided.',
    error_codes: [7000215],
    correlation_id: randomUUID(),
  },
  expiredSecret: {
    error: 'invalid_client',
    error_description: 'AADSTS7000222: The provided client secret keys are expired.',
    error_codes: [7000222],
    correlation_id: randomUUID(),
  },
  noClient: {
    error: 'unauthorized_client',
    error_description: 'AADSTS700016: Application with this identifier was not found in the directory.',
    error_codes: [700016],
    correlation_id: randomUUID(),
  },
  noTenant: {
    error: 'invalid_request',
    error_description: 'AADSTS90002: Tenant not found. Check that you have the correct tenant ID and cloud.',
    error_codes: [90002],
    correlation_id: randomUUID(),
  },
} as const;
