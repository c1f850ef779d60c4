/** What goes wrong in the demo data, and how often. Every scenario of the catalogue occurs. */
import type { Instance } from './estate';

/** One thing that goes wrong. */
export interface Trouble {
  readonly scenario: string;
  /** Where; everywhere if not said. */
  readonly api?: string;
  readonly service?: Instance;
  readonly operation?: string;
  /** Share of the requests there that it befalls. */
  readonly share: number;
  /** Share of those that a retry recovers, so that their callers never notice. */
  readonly recovered?: number;
}

/** Trouble that comes and goes. Times in minutes; one of them begins `offset` after midnight UTC of the 1st of January 1970. */
interface Incident extends Trouble {
  readonly api: string;
  readonly every: number;
  readonly offset: number;
  readonly lasts: number;
}

const HOUR = 60;

/**
 * Where two of them meet, the first befalls a request. Most periods do not divide a day, so that the days differ. The
 * untrusted certificate comes every hour: the alert rule and the dashboard that are delivered always have something to show.
 */
// prettier-ignore
export const incidents: readonly Incident[] = [
  { scenario: 'backend-tls-trust', api: 'payments', share: 0.9, every: HOUR, offset: 30, lasts: 22 },
  { scenario: 'backend-circuit-open', api: 'payments', share: 0.5, every: 9 * HOUR, offset: 52, lasts: 8 },
  { scenario: 'backend-returned-5xx', api: 'orders', service: 'contoso-west', share: 0.3, every: 5 * HOUR, offset: 3.5 * HOUR, lasts: 20 },
  { scenario: 'backend-keepalive-closed', api: 'orders', service: 'contoso-west', operation: 'create-order', share: 0.12, recovered: 0.6, every: 6.5 * HOUR, offset: HOUR, lasts: 40 },
  { scenario: 'request-body-not-replayable', api: 'orders', service: 'contoso-west', operation: 'create-order', share: 0.2, every: 6.5 * HOUR, offset: 1.75 * HOUR, lasts: 15 },
  { scenario: 'backend-connect-timeout', api: 'orders', service: 'contoso-east', share: 0.4, recovered: 0.2, every: 7 * HOUR, offset: HOUR, lasts: 30 },
  { scenario: 'backend-connection-other', api: 'orders', service: 'contoso-east', share: 0.15, every: 7 * HOUR, offset: 1.5 * HOUR, lasts: 12 },
  { scenario: 'backend-connect-timeout', api: 'invoices', share: 0.8, every: 19 * HOUR, offset: 6 * HOUR, lasts: 35 },
  { scenario: 'schema-validation-failed', api: 'invoices', share: 0.4, every: 11 * HOUR, offset: 8 * HOUR, lasts: 50 },
  { scenario: 'client-certificate-rejected', api: 'invoices', share: 0.7, every: 14.5 * HOUR, offset: 2 * HOUR, lasts: 30 },
  { scenario: 'backend-timeout', api: 'catalogue', service: 'contoso-west', share: 0.5, recovered: 0.25, every: 5.5 * HOUR, offset: 2 * HOUR, lasts: 25 },
  { scenario: 'backend-response-aborted', api: 'catalogue', service: 'contoso-west', share: 0.1, every: 8.5 * HOUR, offset: 4 * HOUR, lasts: 30 },
  { scenario: 'client-disconnected', api: 'catalogue', service: 'contoso-east', share: 0.15, every: 7 * HOUR, offset: 4 * HOUR, lasts: 30 },
  { scenario: 'rate-limited', api: 'catalogue', share: 0.35, every: 4.5 * HOUR, offset: 1.5 * HOUR, lasts: 12 },
  { scenario: 'concurrency-limited', api: 'catalogue', service: 'contoso-east', share: 0.2, every: 7.5 * HOUR, offset: 6 * HOUR, lasts: 10 },
  { scenario: 'policy-expression-failure', api: 'identity', share: 0.25, every: 11.5 * HOUR, offset: 9 * HOUR, lasts: 35 },
  { scenario: 'gateway-credential-failed', api: 'models', service: 'contoso-east', share: 0.9, every: 10.5 * HOUR, offset: 5 * HOUR, lasts: 18 },
  { scenario: 'token-limited', api: 'models', share: 0.4, every: 3.5 * HOUR, offset: 0.5 * HOUR, lasts: 20 },
  { scenario: 'backend-dns-failure', api: 'shipping', share: 1, every: 9.5 * HOUR, offset: 5 * HOUR, lasts: 14 },
  { scenario: 'backend-connect-refused', api: 'shipping', share: 0.8, every: 10 * HOUR, offset: 3 * HOUR, lasts: 9 },
  { scenario: 'quota-exceeded', api: 'shipping', share: 0.3, every: 15 * HOUR, offset: 11 * HOUR, lasts: 60 },
  { scenario: 'backend-tls-handshake', api: 'weather', share: 1, every: 12.5 * HOUR, offset: 3 * HOUR, lasts: 30 },
  { scenario: 'backend-connection-closed', api: 'weather', share: 0.3, recovered: 0.4, every: 6 * HOUR, offset: 2.25 * HOUR, lasts: 25 },
];

/** What fails now and then. */
export const background: readonly Trouble[] = [
  { scenario: 'backend-returned-4xx', share: 0.006 },
  { scenario: 'subscription-key-missing', share: 0.0022 },
  { scenario: 'backend-returned-5xx', share: 0.002 },
  { scenario: 'client-disconnected', share: 0.0015 },
  { scenario: 'jwt-expired', share: 0.0014 },
  { scenario: 'operation-not-found', share: 0.0012 },
  { scenario: 'backend-timeout', share: 0.0006, recovered: 0.3 },
  { scenario: 'policy-changed-status', share: 0.0006 },
  { scenario: 'jwt-missing', share: 0.0005 },
  { scenario: 'rate-limited', share: 0.0004 },
  { scenario: 'backend-keepalive-closed', share: 0.0004, recovered: 0.7 },
  { scenario: 'jwt-invalid', share: 0.0003 },
  { scenario: 'schema-validation-failed', share: 0.0003 },
  { scenario: 'subscription-key-invalid', share: 0.0003 },
  { scenario: 'header-check-failed', share: 0.0002 },
  { scenario: 'unclassified', share: 0.0002 },
  { scenario: 'caller-ip-denied', share: 0.00015 },
  { scenario: 'backend-connection-closed', share: 0.00015, recovered: 0.5 },
  { scenario: 'backend-response-aborted', share: 0.0001 },
  { scenario: 'policy-expression-failure', share: 0.0001 },
  { scenario: 'gateway-other', share: 0.0001 },
  { scenario: 'client-certificate-rejected', api: 'invoices', share: 0.002 },
  { scenario: 'content-safety-blocked', api: 'models', share: 0.003 },
];
