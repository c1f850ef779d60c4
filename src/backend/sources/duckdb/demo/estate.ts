/** The invented company behind the demo data: its instances, APIs and backends, and what goes wrong there. */

export interface Route {
  /** How often it is called, of 100. */
  readonly weight: number;
  readonly service: 'contoso-west' | 'contoso-east';
  readonly region: string;
  readonly api: string;
  readonly operation: string;
  readonly method: string;
  readonly product: string;
  readonly backendHost: string;
  /** Usual time of the backend in ms. */
  readonly backendMs: number;
}

const west = { service: 'contoso-west', region: 'West Europe' } as const;
const east = { service: 'contoso-east', region: 'East US' } as const;

export const routes: readonly Route[] = [
  {
    weight: 18,
    ...west,
    api: 'orders',
    operation: 'list-orders',
    method: 'GET',
    product: 'retail',
    backendHost: 'orders.contoso.net',
    backendMs: 90,
  },
  {
    weight: 8,
    ...west,
    api: 'orders',
    operation: 'create-order',
    method: 'POST',
    product: 'retail',
    backendHost: 'orders.contoso.net',
    backendMs: 160,
  },
  {
    weight: 12,
    ...east,
    api: 'orders',
    operation: 'list-orders',
    method: 'GET',
    product: 'retail',
    backendHost: 'orders-east.contoso.net',
    backendMs: 110,
  },
  {
    weight: 7,
    ...west,
    api: 'payments',
    operation: 'authorise',
    method: 'POST',
    product: 'retail',
    backendHost: 'payments.contoso.net',
    backendMs: 220,
  },
  {
    weight: 3,
    ...west,
    api: 'payments',
    operation: 'refund',
    method: 'POST',
    product: 'back-office',
    backendHost: 'payments.contoso.net',
    backendMs: 260,
  },
  {
    weight: 15,
    ...west,
    api: 'catalogue',
    operation: 'search',
    method: 'GET',
    product: 'open',
    backendHost: 'catalogue.azurewebsites.net',
    backendMs: 340,
  },
  {
    weight: 9,
    ...east,
    api: 'catalogue',
    operation: 'search',
    method: 'GET',
    product: 'open',
    backendHost: 'catalogue.azurewebsites.net',
    backendMs: 420,
  },
  {
    weight: 8,
    ...west,
    api: 'identity',
    operation: 'token',
    method: 'POST',
    product: 'internal',
    backendHost: 'login.contoso.net',
    backendMs: 45,
  },
  {
    weight: 6,
    ...east,
    api: 'shipping',
    operation: 'track',
    method: 'GET',
    product: 'partners',
    backendHost: 'track.shipping.example',
    backendMs: 510,
  },
  {
    weight: 4,
    ...east,
    api: 'weather',
    operation: 'forecast',
    method: 'GET',
    product: 'open',
    backendHost: 'api.weather.example',
    backendMs: 130,
  },
  {
    weight: 10,
    ...west,
    api: 'status',
    operation: 'ping',
    method: 'GET',
    product: 'internal',
    backendHost: 'status.contoso.net',
    backendMs: 6,
  },
];

const MINUTE = 60;
const HOUR = 3600;

/** Something that goes wrong at one API again and again. Times in seconds; the first begins `offset` after midnight UTC. */
export interface Incident {
  readonly scenario: string;
  readonly api: string;
  readonly service?: Route['service'];
  readonly every: number;
  readonly offset: number;
  readonly lasts: number;
  /** Share of the API's requests that fail of it. */
  readonly share: number;
}

export const incidents: readonly Incident[] = [
  {
    scenario: 'backend-tls-trust',
    api: 'payments',
    every: HOUR,
    offset: 30 * MINUTE,
    lasts: 22 * MINUTE,
    share: 0.9,
  },
  {
    scenario: 'backend-timeout',
    api: 'catalogue',
    service: 'contoso-west',
    every: 6 * HOUR,
    offset: 2 * HOUR,
    lasts: 25 * MINUTE,
    share: 0.5,
  },
  {
    scenario: 'backend-dns-failure',
    api: 'shipping',
    every: 12 * HOUR,
    offset: 5 * HOUR,
    lasts: 18 * MINUTE,
    share: 1,
  },
  {
    scenario: 'backend-connect-timeout',
    api: 'orders',
    service: 'contoso-east',
    every: 8 * HOUR,
    offset: HOUR,
    lasts: 30 * MINUTE,
    share: 0.4,
  },
  {
    scenario: 'backend-returned-5xx',
    api: 'orders',
    service: 'contoso-west',
    every: 5 * HOUR,
    offset: 3.5 * HOUR,
    lasts: 20 * MINUTE,
    share: 0.3,
  },
  {
    scenario: 'policy-expression-failure',
    api: 'identity',
    every: 24 * HOUR,
    offset: 9 * HOUR,
    lasts: 45 * MINUTE,
    share: 0.25,
  },
  {
    scenario: 'client-disconnected',
    api: 'catalogue',
    service: 'contoso-east',
    every: 7 * HOUR,
    offset: 4 * HOUR,
    lasts: 30 * MINUTE,
    share: 0.15,
  },
  {
    scenario: 'backend-tls-handshake',
    api: 'weather',
    every: 24 * HOUR,
    offset: 13 * HOUR,
    lasts: 50 * MINUTE,
    share: 1,
  },
];

/** What fails now and then everywhere, as a share of all requests. */
export const background: readonly { readonly scenario: string; readonly share: number }[] = [
  { scenario: 'client-disconnected', share: 0.0015 },
  { scenario: 'backend-returned-5xx', share: 0.002 },
  { scenario: 'backend-timeout', share: 0.0006 },
  { scenario: 'backend-keepalive-closed', share: 0.0004 },
  { scenario: 'policy-changed-status', share: 0.0006 },
  { scenario: 'unclassified', share: 0.0002 },
];

/** The API at which nothing ever fails: what an alert rule on it says stays Normal. */
export const HEALTHY_API = 'status';
