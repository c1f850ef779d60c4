/** The invented company behind the demo data: its instances of API Management, its APIs and their backends. */

export type Instance = 'contoso-west' | 'contoso-east';

/** Where each instance has gateways; requests come to all of them alike. */
export const regions: Readonly<Record<Instance, readonly string[]>> = {
  'contoso-west': ['West Europe', 'West Europe', 'North Europe'],
  'contoso-east': ['East US'],
};

export interface Route {
  /** How often it is called, of 100 requests. */
  readonly of100: number;
  readonly service: Instance;
  readonly workspace: string;
  readonly api: string;
  readonly operation: string;
  readonly method: string;
  readonly product: string;
  readonly host: string;
  /** Usual time of the backend in ms. */
  readonly backendMs: number;
  /** Of 100 answers, how many come from the cache of the gateway. */
  readonly cached: number;
}

// prettier-ignore
export const routes: readonly Route[] = [
  { of100: 16, service: 'contoso-west', workspace: 'sales', api: 'orders', operation: 'list-orders', method: 'GET', product: 'retail', host: 'orders.contoso.net', backendMs: 90, cached: 0 },
  { of100: 7, service: 'contoso-west', workspace: 'sales', api: 'orders', operation: 'create-order', method: 'POST', product: 'retail', host: 'orders.contoso.net', backendMs: 160, cached: 0 },
  { of100: 10, service: 'contoso-east', workspace: 'sales', api: 'orders', operation: 'list-orders', method: 'GET', product: 'retail', host: 'orders-east.contoso.net', backendMs: 110, cached: 0 },
  { of100: 7, service: 'contoso-west', workspace: 'finance', api: 'payments', operation: 'authorise', method: 'POST', product: 'retail', host: 'payments.contoso.net', backendMs: 220, cached: 0 },
  { of100: 3, service: 'contoso-west', workspace: 'finance', api: 'payments', operation: 'refund', method: 'POST', product: 'back-office', host: 'payments.contoso.net', backendMs: 260, cached: 0 },
  { of100: 3, service: 'contoso-west', workspace: 'finance', api: 'invoices', operation: 'submit', method: 'POST', product: 'partners', host: 'erp.contoso.net', backendMs: 480, cached: 0 },
  { of100: 13, service: 'contoso-west', workspace: '', api: 'catalogue', operation: 'search', method: 'GET', product: 'open', host: 'catalogue.contoso.net', backendMs: 340, cached: 40 },
  { of100: 8, service: 'contoso-east', workspace: '', api: 'catalogue', operation: 'search', method: 'GET', product: 'open', host: 'catalogue-east.contoso.net', backendMs: 420, cached: 25 },
  { of100: 7, service: 'contoso-west', workspace: '', api: 'identity', operation: 'token', method: 'POST', product: 'internal', host: 'login.contoso.net', backendMs: 45, cached: 0 },
  { of100: 4, service: 'contoso-west', workspace: 'ai', api: 'models', operation: 'chat', method: 'POST', product: 'ai', host: 'models.contoso.net', backendMs: 2400, cached: 0 },
  { of100: 2, service: 'contoso-east', workspace: 'ai', api: 'models', operation: 'chat', method: 'POST', product: 'ai', host: 'models-east.contoso.net', backendMs: 2100, cached: 0 },
  { of100: 6, service: 'contoso-east', workspace: 'logistics', api: 'shipping', operation: 'track', method: 'GET', product: 'partners', host: 'track.shipping.example', backendMs: 510, cached: 0 },
  { of100: 4, service: 'contoso-east', workspace: '', api: 'weather', operation: 'forecast', method: 'GET', product: 'open', host: 'api.weather.example', backendMs: 130, cached: 60 },
  { of100: 10, service: 'contoso-west', workspace: '', api: 'status', operation: 'ping', method: 'GET', product: 'internal', host: 'status.contoso.net', backendMs: 6, cached: 0 },
];

/** The API at which nothing ever fails: what an alert rule on it says stays Normal. */
export const HEALTHY_API = 'status';

/** The backend whose calls are logged without their time, as some gateways do: nothing can be estimated for it. */
export const UNTIMED_HOST = 'track.shipping.example';
