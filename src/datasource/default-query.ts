import { CoreApp } from '@grafana/data';
import { DEFAULT_KIND, queryTypes } from '../core/query';
import type { GatewaylensQuery } from './query';

/** What a new query shows: in an alert rule one value of its range. */
export function defaultQuery(app: CoreApp): Partial<GatewaylensQuery> {
  const { defaults } = queryTypes[DEFAULT_KIND];
  const isAlert = app === CoreApp.UnifiedAlerting || app === CoreApp.CloudAlerting;
  const query = isAlert ? { ...defaults, result: 'window' } : defaults;
  return query as Partial<GatewaylensQuery>;
}
