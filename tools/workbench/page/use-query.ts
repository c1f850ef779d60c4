import { useEffect, useState } from 'react';
import { CoreApp, type DataFrame, type DataQueryResponse, type TimeRange } from '@grafana/data';
import { lastValueFrom, type Observable } from 'rxjs';
import type { GatewaylensDataSource } from '../../../src/datasource/datasource';
import type { GatewaylensQuery } from '../../../src/datasource/query';

export interface QueryState {
  readonly series: readonly DataFrame[];
  readonly error: string | undefined;
  readonly done: boolean;
}

/** Runs queries through the plugin's own data source, as a dashboard does. */
export function useQuery(
  datasource: GatewaylensDataSource,
  targets: readonly GatewaylensQuery[],
  range: TimeRange,
): QueryState {
  const [state, setState] = useState<QueryState>({ series: [], error: undefined, done: false });
  const request = JSON.stringify([targets, range.from.valueOf(), range.to.valueOf()]);
  useEffect(() => {
    let current = true;
    const answer = datasource.query({
      requestId: 'workbench',
      app: CoreApp.Dashboard,
      // Without a reference to another data source the query stays with this one.
      targets: targets.map(({ datasource: _, ...target }) => target),
      range,
      interval: '1m',
      intervalMs: 60_000,
      maxDataPoints: 600,
      scopedVars: {},
      timezone: 'utc',
      startTime: Date.now(),
    }) as Observable<DataQueryResponse>;
    lastValueFrom(answer).then(
      ({ data, errors }) =>
        current && setState({ series: data as DataFrame[], error: errors?.[0]?.message, done: true }),
      (problem: unknown) => current && setState({ series: [], error: String(problem), done: true }),
    );
    return () => {
      current = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the request's text stands for its parts
  }, [datasource, request]);
  return state;
}
