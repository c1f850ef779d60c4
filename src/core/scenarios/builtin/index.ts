/**
 * The built-in scenarios in order of precedence: where two of them match on evidence of the same strength, the first
 * one here wins, so the more specific stands first.
 */
import type { Scenario } from '../scenario';
import { callerIpDenied } from './access/caller-ip-denied';
import { clientCertificateRejected } from './access/client-certificate-rejected';
import { headerCheckFailed } from './access/header-check-failed';
import { jwtExpired } from './access/jwt-expired';
import { jwtInvalid } from './access/jwt-invalid';
import { jwtMissing } from './access/jwt-missing';
import { subscriptionKeyInvalid } from './access/subscription-key-invalid';
import { subscriptionKeyMissing } from './access/subscription-key-missing';
import { backendConnectRefused } from './backend-connection/backend-connect-refused';
import { backendConnectTimeout } from './backend-connection/backend-connect-timeout';
import { backendConnectionClosed } from './backend-connection/backend-connection-closed';
import { backendConnectionOther } from './backend-connection/backend-connection-other';
import { backendDnsFailure } from './backend-connection/backend-dns-failure';
import { backendKeepaliveClosed } from './backend-connection/backend-keepalive-closed';
import { backendResponseAborted } from './backend-connection/backend-response-aborted';
import { backendTlsHandshake } from './backend-connection/backend-tls-handshake';
import { backendTlsTrust } from './backend-connection/backend-tls-trust';
import { backendCircuitOpen } from './backend/backend-circuit-open';
import { backendReturned4xx } from './backend/backend-returned-4xx';
import { backendReturned5xx } from './backend/backend-returned-5xx';
import { backendTimeout } from './backend/backend-timeout';
import { clientDisconnected } from './client/client-disconnected';
import { concurrencyLimited } from './limits/concurrency-limited';
import { quotaExceeded } from './limits/quota-exceeded';
import { rateLimited } from './limits/rate-limited';
import { tokenLimited } from './limits/token-limited';
import { gatewayOther } from './other/gateway-other';
import { unclassified } from './other/unclassified';
import { contentSafetyBlocked } from './policy/content-safety-blocked';
import { gatewayCredentialFailed } from './policy/gateway-credential-failed';
import { policyChangedStatus } from './policy/policy-changed-status';
import { policyExpressionFailure } from './policy/policy-expression-failure';
import { requestBodyNotReplayable } from './policy/request-body-not-replayable';
import { schemaValidationFailed } from './policy/schema-validation-failed';
import { operationNotFound } from './routing/operation-not-found';

export const builtinScenarios: readonly Scenario[] = [
  policyExpressionFailure,
  clientDisconnected,
  operationNotFound,
  subscriptionKeyMissing,
  subscriptionKeyInvalid,
  jwtMissing,
  jwtExpired,
  jwtInvalid,
  callerIpDenied,
  headerCheckFailed,
  clientCertificateRejected,
  tokenLimited,
  rateLimited,
  quotaExceeded,
  concurrencyLimited,
  schemaValidationFailed,
  contentSafetyBlocked,
  gatewayCredentialFailed,
  requestBodyNotReplayable,
  backendCircuitOpen,
  // Of connection failures the texts share words: the longest tails first, the one without a text last.
  backendKeepaliveClosed,
  backendDnsFailure,
  backendTlsTrust,
  backendTlsHandshake,
  backendConnectTimeout,
  backendConnectRefused,
  backendConnectionClosed,
  backendResponseAborted,
  backendConnectionOther,
  backendTimeout,
  backendReturned5xx,
  backendReturned4xx,
  policyChangedStatus,
  gatewayOther,
  unclassified,
];
