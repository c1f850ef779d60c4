/** Addresses in notifications. `externalURL` is absolute, below Grafana's sub-path, and ends in a slash. */
import { runbookPath } from '../query';
import type { AlertRuleOptions } from './options';

const DATA_SOURCES = 'a/gatewaylens-apim-app/data-sources';
const ROOT = '{{ externalURL }}';
const relative = (path: string) => path.replace(/^\//, '');

/** The runbook of the scenario; where a rule could not be evaluated there is none, and the data source is to blame. */
export function runbookUrl({ datasource }: AlertRuleOptions): string {
  const runbook = `${relative(runbookPath('{{ urlquery . }}'))}?ds=${encodeURIComponent(datasource)}`;
  return `${ROOT}{{ with $labels.scenario }}${runbook}{{ else }}${DATA_SOURCES}{{ end }}`;
}

export const dataSourcesUrl = `${ROOT}${DATA_SOURCES}`;

/** The on-call dashboard for this data source and service. */
export function dashboardUrl({ datasource }: AlertRuleOptions): string {
  const service = '{{ with $labels.service }}&var-service={{ urlquery . }}{{ end }}';
  return `${ROOT}d/gatewaylens-on-call?var-datasource=${encodeURIComponent(datasource)}${service}`;
}
