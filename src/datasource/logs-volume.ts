import {
  FieldType,
  LoadingState,
  LogsVolumeType,
  type DataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
  type LogsVolumeCustomMetaData,
} from '@grafana/data';
import { catchError, map, of, startWith, type Observable } from 'rxjs';
import { completeQuery, queryTypes } from '../core/query';
import type { GatewaylensQuery } from './query';

/** Bars that can still be told apart. */
const BARS = 120;

/** Explore draws 20 series; unclassified and the rest are two of them. */
const SERIES = 18;

/**
 * What counts, over the whole range, the requests of which a query gives the newest as log lines: the same choice of
 * failures, by scenario. Undefined for a query that gives no log lines.
 */
export function volumeQuery(stored: GatewaylensQuery): GatewaylensQuery | undefined {
  const query = readable(stored);
  if (query?.kind !== 'failures' || query.format !== 'logs' || stored.hide) {
    return undefined;
  }
  const { where, scenarios, families, outcomes } = query;
  const { refId, datasource } = stored;
  const { defaults } = queryTypes['scenario-series'];
  return {
    refId: `log-volume-${refId}`,
    ...(datasource ? { datasource } : {}),
    ...{ ...defaults, where, scenarios, families, outcomes, top: SERIES },
  };
}

/** What cannot be read is the backend’s to refuse. */
function readable(stored: GatewaylensQuery) {
  try {
    return completeQuery(stored);
  } catch {
    return undefined;
  }
}

/**
 * The histogram above Explore’s log lines; undefined where no query gives log lines.
 * @param ask the data source’s own way to run queries
 */
export function logsVolume(
  request: DataQueryRequest<GatewaylensQuery>,
  datasourceName: string,
  ask: (request: DataQueryRequest<GatewaylensQuery>) => Observable<DataQueryResponse>,
): Observable<DataQueryResponse> | undefined {
  const queries = request.targets.flatMap((query) => volumeQuery(query) ?? []);
  if (queries.length === 0) {
    return undefined;
  }
  const { from, to } = request.range;
  const meta = ({ refId = '' }: DataFrame): LogsVolumeCustomMetaData => ({
    logsVolumeType: LogsVolumeType.FullRange,
    absoluteRange: { from: from.valueOf(), to: to.valueOf() },
    datasourceName,
    sourceQuery: request.targets.find((query) => `log-volume-${query.refId}` === refId) ?? queries[0]!,
  });
  return ask({
    ...request,
    requestId: `${request.requestId}-volume`,
    maxDataPoints: BARS,
    targets: queries,
  }).pipe(
    map((answer) => ({
      ...answer,
      data: (answer.data as DataFrame[]).flatMap((frame) => volumeFrames(frame, meta(frame))),
    })),
    catchError((error: Error) =>
      of({ data: [], state: LoadingState.Error, error: { message: error.message } }),
    ),
    startWith({ data: [], state: LoadingState.Loading }),
  );
}

/** Explore wants a frame for each series, and adds up by name. What never occurred is no bar. */
export function volumeFrames(frame: DataFrame, custom: LogsVolumeCustomMetaData): DataFrame[] {
  const [time, ...series] = frame.fields;
  return series
    .filter(({ type, values }) => type === FieldType.number && values.some((count) => count > 0))
    .map((field) => ({
      refId: frame.refId,
      length: frame.length,
      meta: { custom },
      fields: [time!, { ...field, config: { ...field.config, custom: bars } }],
    }));
}

const bars = {
  drawStyle: 'bars',
  barAlignment: 0,
  lineWidth: 0,
  fillOpacity: 100,
  stacking: { mode: 'normal', group: 'A' },
};
