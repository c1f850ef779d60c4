/** What the pages ask a data source, through its own instance, so that all that Grafana does to it applies. */
import { CoreApp, LoadingState, type DataFrame, type DataQueryRequest, type TimeRange } from '@grafana/data';
import { getDataSourceSrv, type DataSourceWithBackend } from '@grafana/runtime';
import { defer, filter, from, map, switchMap, type Observable } from 'rxjs';
import type { CatalogueIssue, Provenance } from '../../core/custom-scenarios';
import type { Explanation } from '../../core/explain';
import type { SeriesCustom } from '../../core/frames';
import type { Query } from '../../core/query';
import type { Scenario } from '../../core/scenarios';
import { healthOf, type Health } from '../data-sources/capabilities';

/** A query as a page sends it. */
export type Target = Query & { readonly refId: string };

/** What the resource `catalogue` answers. */
export interface ServedCatalogue {
  /** Ids by precedence. */
  readonly order: readonly string[];
  readonly scenarios: SeriesCustom['scenarios'];
  /** A team’s own scenarios as a whole, by id. */
  readonly own: Readonly<Record<string, Scenario>>;
  readonly provenance: Readonly<Record<string, Provenance>>;
  readonly disabled: readonly { readonly id: string; readonly title: string }[];
  readonly issues: readonly CatalogueIssue[];
}

/** The row that is to be explained: pasted, or found by its id in a range. */
export type ExplainBody =
  | { readonly text: string }
  | { readonly correlationId: string; readonly range: { readonly from: number; readonly to: number } };

const instance = (uid: string) =>
  defer(() => from(getDataSourceSrv().get({ uid }) as Promise<unknown> as Promise<DataSourceWithBackend>));

export const askCatalogue = (uid: string): Observable<ServedCatalogue> =>
  instance(uid).pipe(switchMap((source) => from(source.getResource<ServedCatalogue>('catalogue'))));

/** Errors are shown on the page, not by Grafana too. */
const QUIET = { showErrorAlert: false };

export const askExplanation = (uid: string, body: ExplainBody): Observable<Explanation> =>
  instance(uid).pipe(switchMap((source) => from(source.postResource<Explanation>('explain', body, QUIET))));

/** A data source that does not work is an answer, too. */
export const askHealth = (uid: string): Observable<Health> =>
  instance(uid).pipe(
    switchMap((source) => from(source.callHealthCheck())),
    map(healthOf),
  );

/** Answers of queries by their `refId`; an error of any of them is the error of all. */
export type Answers = ReadonlyMap<string, readonly DataFrame[]>;

/** @param points how many fit the screen: they decide the step */
export function askQueries(
  uid: string,
  targets: readonly Target[],
  range: TimeRange,
  points: number,
): Observable<Answers> {
  return instance(uid).pipe(
    switchMap((source) => from(source.query(requestOf(targets, range, points)))),
    filter(({ state }) => state !== LoadingState.Loading),
    map(({ data, error, errors = [] }) => {
      const [problem = error] = errors;
      if (problem) {
        throw problem;
      }
      return framesById(data as readonly DataFrame[], targets);
    }),
  );
}

function framesById(frames: readonly DataFrame[], targets: readonly Target[]): Answers {
  return new Map(targets.map(({ refId }) => [refId, frames.filter((frame) => frame.refId === refId)]));
}

function requestOf(targets: readonly Target[], range: TimeRange, points: number): DataQueryRequest {
  const intervalMs = Math.max(1000, Math.ceil((range.to.valueOf() - range.from.valueOf()) / points));
  return {
    requestId: `gatewaylens-app-${targets.map(({ refId }) => refId).join()}`,
    app: CoreApp.Unknown,
    // Without a reference to a data source they are for the one that is asked.
    targets: [...targets],
    range,
    interval: `${Math.round(intervalMs / 1000)}s`,
    intervalMs,
    maxDataPoints: points,
    scopedVars: {},
    timezone: 'browser',
    startTime: Date.now(),
  };
}
