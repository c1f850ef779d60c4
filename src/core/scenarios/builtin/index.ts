/**
 * The built-in scenarios in order of precedence: where two of them match on evidence of the same strength, the first
 * one here wins, so the more specific stands first.
 */
import type { Scenario } from '../scenario';
import { backendConnectTimeout } from './backend-connection/backend-connect-timeout';
import { backendDnsFailure } from './backend-connection/backend-dns-failure';
import { backendKeepaliveClosed } from './backend-connection/backend-keepalive-closed';
import { backendTlsHandshake } from './backend-connection/backend-tls-handshake';
import { backendTlsTrust } from './backend-connection/backend-tls-trust';
import { backendReturned5xx } from './backend/backend-returned-5xx';
import { backendTimeout } from './backend/backend-timeout';
import { clientDisconnected } from './client/client-disconnected';
import { unclassified } from './other/unclassified';
import { policyChangedStatus } from './policy/policy-changed-status';
import { policyExpressionFailure } from './policy/policy-expression-failure';

export const builtinScenarios: readonly Scenario[] = [
  clientDisconnected,
  policyExpressionFailure,
  backendKeepaliveClosed,
  backendDnsFailure,
  backendTlsTrust,
  backendTlsHandshake,
  backendConnectTimeout,
  backendTimeout,
  backendReturned5xx,
  policyChangedStatus,
  unclassified,
];
