/** Queries as Grafana's own Azure Monitor data source stores them. */
export const AZURE_MONITOR = 'grafana-azure-monitor-datasource';

export type ResultFormat = 'time_series' | 'table';

/** @param workspace resource id, or a variable */
export function azureQuery(refId: string, workspace: string, query: string, resultFormat: ResultFormat) {
  return {
    refId,
    queryType: 'Azure Log Analytics',
    azureLogAnalytics: {
      query,
      resources: [workspace],
      resultFormat,
      // The function takes the range itself; older and newer names of “do not add another one”.
      dashboardTime: false,
      intersectTime: false,
    },
  } as const;
}

/** The requests of the range. */
export const REQUESTS = 'GatewaylensRequests($__timeFrom, $__timeTo)';
