import { asGatewaylensError, GatewaylensError } from '../../core/errors';
import type { QueryItem, QueryResult, RequestContext } from '../messages';
import { encodeFrame } from './arrow';
import { callSignal } from './call-signal';
import { checkFrame } from './check-frame';
import type { DataQuery, DataResponse, DataServer } from './gen/backend';
import type { ProblemReport } from './log-problem';
import { json, requestContext } from './request-context';

export type QueryHandler = (
  item: QueryItem,
  context: RequestContext,
  signal: AbortSignal,
) => Promise<QueryResult>;

/** Far more than a panel has; each costs a look at the log. */
const MOST_QUERIES = 100;
/** Before it is read: a document costs many times its size. */
const MOST_BYTES = 4 * 2 ** 20;

/** Answers all queries of a request side by side; one that fails harms no other. */
export function dataService(handle: QueryHandler, report: ProblemReport): DataServer {
  return {
    queryData: (call, answer) => {
      const { pluginContext, headers, queries } = call.request;
      const context = requestContext(pluginContext, headers);
      const signal = callSignal(call);
      const respond = async (query: DataQuery, index: number): Promise<[string, DataResponse]> => {
        try {
          checkSize(query, index, queries.length);
          const result = await handle(queryItem(query), context, signal);
          return [query.refId, dataResponse(result, query.refId)];
        } catch (thrown) {
          const problem = asGatewaylensError(thrown);
          report('query', problem, { refId: query.refId });
          return [query.refId, errorResponse(problem)];
        }
      };
      void Promise.all(queries.map(respond)).then((responses) =>
        answer(null, { responses: Object.fromEntries(responses) }),
      );
    },
  };
}

function checkSize({ json: { length } }: DataQuery, index: number, count: number): void {
  if (index >= MOST_QUERIES) {
    throw new GatewaylensError('too-many-queries', { count, allowed: MOST_QUERIES });
  }
  if (length > MOST_BYTES) {
    throw new GatewaylensError('query-too-large', { bytes: length, allowed: MOST_BYTES });
  }
}

function queryItem({ refId, json: bytes, timeRange, maxDataPoints }: DataQuery): QueryItem {
  const range = { from: timeRange?.fromEpochMS ?? 0, to: timeRange?.toEpochMS ?? 0 };
  return { refId, query: json(bytes), range, maxDataPoints };
}

function dataResponse(result: QueryResult, refId: string): DataResponse {
  const frames = result.frames.map((frame) => {
    checkFrame(frame);
    return encodeFrame(frame, refId);
  });
  return { frames, error: '', status: 200, errorSource: '' };
}

/** Grafana shows one text, so the hint is part of it. */
function errorResponse({ message, hint, code, status, fault }: GatewaylensError): DataResponse {
  return { frames: [], error: `${message} ${hint} (${code})`, status, errorSource: fault };
}
