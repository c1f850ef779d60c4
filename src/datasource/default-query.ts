import { CoreApp } from '@grafana/data';
import { DEFAULT_KIND, defaultsOf } from '../core/query';
import type { GatewaylensQuery } from './query';

/** What a new query shows: in an alert rule one value of its range for each service. */
export function defaultQuery(app: CoreApp): Partial<GatewaylensQuery> {
  return defaultsOf(DEFAULT_KIND, isAlert(app)) as Partial<GatewaylensQuery>;
}

/** Grafana stores nothing of a new rule’s query before somebody changes it; the backend then takes the same defaults. */
export function isAlert(app: CoreApp | undefined): boolean {
  return app === CoreApp.UnifiedAlerting || app === CoreApp.CloudAlerting;
}
