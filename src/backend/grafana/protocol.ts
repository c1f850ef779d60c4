/** What Grafana has to be told before anything is asked. */
import type { Cookie } from '../goplugin';

export { DataService, DiagnosticsService, ResourceService } from './gen/backend';

/** Grafana's cookie and version of the plugin protocol. */
export const grafanaCookie: Cookie = { key: 'grafana_plugin_type', value: 'datasource' };
export const GRAFANA_PROTOCOL = 2;
