import { useEffect, useState } from 'react';
import { CoreApp, LoadingState, type DataFrame, type DataQueryResponse, type TimeRange } from '@grafana/data';
import { lastValueFrom, type Observable } from 'rxjs';
import type { GatewaylensDataSource } from '../../../src/datasource/datasource';
import type { GatewaylensQuery } from '../../../src/datasource/query';

interface Answer {
  /** What it answers. */
  readonly request: string;
  readonly series: readonly DataFrame[];
  readonly error?: string | undefined;
}

export interface QueryState {
  /** While they are loading, those of the request before. */
  readonly series: readonly DataFrame[];
  readonly error: string | undefined;
  readonly state: LoadingState.Loading | LoadingState.Done;
}

/** Runs queries through the plugin's own data source, as a dashboard does. */
export function useQuery(
  datasource: GatewaylensDataSource,
  targets: readonly GatewaylensQuery[],
  range: TimeRange,
): QueryState {
  const [answer, setAnswer] = useState<Answer>({ request: '', series: [] });
  const request = JSON.stringify([targets, range.from.valueOf(), range.to.valueOf()]);
  useEffect(() => {
    let current = true;
    const asked = datasource.query({
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
    lastValueFrom(asked).then(
      ({ data, errors }) =>
        current && setAnswer({ request, series: data as DataFrame[], error: errors?.[0]?.message }),
      (problem: unknown) => current && setAnswer({ request, series: [], error: String(problem) }),
    );
    return () => {
      current = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the request's text stands for its parts
  }, [datasource, request]);
  const { series, error } = answer;
  return answer.request === request
    ? { series, error, state: LoadingState.Done }
    : { series, error: undefined, state: LoadingState.Loading };
}
