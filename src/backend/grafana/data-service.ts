import { asGatewaylensError, type GatewaylensError } from '../../core/errors';
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

/** Answers all queries of a request side by side; one that fails harms no other. */
export function dataService(handle: QueryHandler, report: ProblemReport): DataServer {
  return {
    queryData: (call, answer) => {
      const { pluginContext, headers, queries } = call.request;
      const context = requestContext(pluginContext, headers);
      const signal = callSignal(call);
      const respond = async (query: DataQuery): Promise<[string, DataResponse]> => {
        try {
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
