/**
 * Fields that Grafana itself, its Explore, alerting, annotations, scopes and query service keep in a query, in some
 * version from 10.1 on. What begins with an underscore, a dollar or `@` is a note of some tool.
 */
const grafanaFields: readonly string[] = [
  'refId', 'hide', 'key', 'queryType', 'datasource', 'datasourceId', 'datasourceUid', 'intervalMs', 'interval',
  'maxDataPoints', 'queryCachingTTL', 'timeRange', 'relativeTimeRange', 'resultAssertions', 'requestId', 'app',
  'panelId', 'scopes', 'scopedVars', 'adhocFilters', 'filters', 'groupByKeys', 'hideFromInspector',
  'name', 'enable', 'iconColor', 'target', 'tags', 'type', 'matchAny', 'builtIn', 'fromAnnotations',
]; // prettier-ignore

export function isGrafanaField(name: string): boolean {
  return grafanaFields.includes(name) || /^[_$@]/.test(name);
}
