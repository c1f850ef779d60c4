import type { Cookie } from '../goplugin';

export { dataService } from './data-service';
export { diagnosticsService } from './diagnostics-service';
export { DataService, DiagnosticsService, ResourceService } from './gen/backend';
export { logProblem, type ProblemReport } from './log-problem';
export { resourceService } from './resource-service';

/** Grafana's cookie and version of the plugin protocol. */
export const grafanaCookie: Cookie = { key: 'grafana_plugin_type', value: 'datasource' };
export const GRAFANA_PROTOCOL = 2;
