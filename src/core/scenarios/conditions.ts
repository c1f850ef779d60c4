/** Words for the conditions that most scenarios are made of. They return plain data. */
import type { Predicate } from '../predicate';

/** Any of these texts occurs in the message, however it is cased and whatever host or address follows. */
export const messageSays = (...texts: readonly string[]): Predicate => ({
  any: texts.map((value) => ({ column: 'LastErrorMessage', op: 'containsIgnoreCase', value })),
});

export const reasonIs = (...names: readonly string[]): Predicate => oneOf('LastErrorReason', names);
export const sourceIs = (...names: readonly string[]): Predicate => oneOf('LastErrorSource', names);
export const reasonIsEmpty: Predicate = reasonIs('');
export const messageIsEmpty: Predicate = oneOf('LastErrorMessage', ['']);

/** The error happened while the gateway waited for the backend. */
export const whileForwarding: Predicate = {
  column: 'LastErrorSource',
  op: 'containsIgnoreCase',
  value: 'forward-request',
};

/** The error happened while the answer was on its way to the client. */
export const whileTransferring: Predicate = {
  column: 'LastErrorSource',
  op: 'containsIgnoreCase',
  value: 'transfer-response',
};

/**
 * The error may be one of an exchange with a backend: of the forwarded request (also by the names of the self-hosted
 * gateway and of Service Fabric backends), of a call that a policy makes with send-request, or its source is not known.
 * Other policies have connections of their own: to an issuer of tokens, a cache, a logger.
 */
export const whileExchanging: Predicate = {
  any: [
    whileForwarding,
    whileTransferring,
    sourceIs('', 'request-forwarder', 'send-request', 'service-fabric-backend'),
  ],
};

/**
 * A policy that has a connection of its own, to an issuer of tokens, a list of revoked certificates, a cache, a logger or
 * a safety service, failed. Other policies read what the backend sends: validate-content, set-body, llm-token-limit.
 */
export const ofOwnConnection: Predicate = {
  any: [
    ...['authentication-', 'cache-', 'llm-semantic-cache-', 'azure-openai-semantic-cache-', 'log-to-'].map(
      (value): Predicate => ({ column: 'LastErrorSource', op: 'startsWithIgnoreCase', value }),
    ),
    sourceIs(
      'validate-jwt',
      'validate-azure-ad-token',
      'validate-client-certificate',
      'llm-content-safety',
      'get-authorization-context',
    ),
  ],
};

/** The gateway names a connection that failed, so that no policy refused anybody, whatever text or source suggest. */
export const namesConnection: Predicate = reasonIs(
  'BackendConnectionFailure',
  'ClientConnectionFailure',
  'Timeout',
);

/** The gateway names an expression that failed: every such reason begins like this. */
export const expressionFailed: Predicate = {
  column: 'LastErrorReason',
  op: 'startsWithIgnoreCase',
  value: 'ExpressionValue',
};

/** The backend’s own status is the one that the caller got. */
export const passesStatusOn: Predicate = {
  column: 'BackendResponseCode',
  op: 'sameAs',
  value: 'ResponseCode',
};

/** The same of an error: what a message beside it tells may be the backend’s own trouble. */
export const passesErrorOn: Predicate = {
  all: [passesStatusOn, { column: 'BackendResponseCode', op: 'atLeast', value: 400 }],
};

/** Of the forwarded request: what is logged of a backend beside a call that a policy makes is not of that call. */
export const ofForwarded = (says: Predicate): Predicate => ({
  all: [says, { not: { column: 'LastErrorSource', op: 'startsWith', value: 'send-' } }],
});

/** The gateway itself answered that it does not take the request. */
export const refusesCaller: Predicate = { column: 'ResponseCode', op: 'between', value: [400, 499] };

/** An error within a policy, by its reason or in the runtime’s words: the policy failed, it did not refuse anybody. */
export const policyItselfFailed: Predicate = {
  any: [
    expressionFailed,
    messageSays(
      'Value cannot be null',
      'Object reference not set',
      'was not in a correct format',
      'Unable to cast object',
      'Specified cast is not valid',
      'Index was out',
      'Specified argument was out of the range',
      'Nullable object must have a value',
      'The value field is required',
      'same key has already been added',
      'The given key',
      'An invalid IP address',
    ),
  ],
};

/** What is said where a policy could not reach what it asks, in words of Windows and of Linux. */
export const noAnswerTexts = [
  'Unable to connect',
  'could not be resolved',
  'No such host',
  'Name or service not known',
  'Name does not resolve',
  'Resource temporarily unavailable',
  'Connection refused',
  'actively refused',
  'is unreachable',
  'No route to host',
  'did not properly respond',
  'timed out',
  'was canceled',
  'was cancelled',
  'connection was closed',
  'forcibly closed',
  'reset by peer',
  'transport connection',
  'while sending the request',
  'response ended prematurely',
  'SSL connection',
  'SSL/TLS',
  'remote certificate',
  'trust relationship',
] as const;

/** A policy that keeps counts, asks a service or reads a body could not do so. */
export const policyGotNoAnswer: Predicate = messageSays(...noAnswerTexts);

/** Nothing was sent to the caller, and no source tells whether its connection failed or that to the backend. */
export const unknownConnection: Predicate = {
  all: [sourceIs(''), { column: 'ResponseCode', op: 'equals', value: 0 }],
};

function oneOf(
  column: 'LastErrorReason' | 'LastErrorSource' | 'LastErrorMessage',
  names: readonly string[],
): Predicate {
  const [only, ...others] = names;
  return only !== undefined && others.length === 0
    ? { column, op: 'equals', value: only }
    : { column, op: 'oneOf', value: names };
}
