import { GatewaylensError } from '../../core/errors';
import type { Frame, Notice } from '../../core/frames';
import { kindOf, type QueryContext } from '../../core/query';
import { parseQuery } from '../../core/query/schema';
import type { QueryItem, QueryResult, RequestContext } from '../messages';
import type { Instance } from './instance';

/** One query: parsed, planned, answered by the source and turned into frames. */
export async function queryData(
  { query: stored, range, maxDataPoints }: QueryItem,
  { headers }: RequestContext,
  { source, catalogue }: Instance,
  signal: AbortSignal,
): Promise<QueryResult> {
  if (!(range.from < range.to)) {
    throw new GatewaylensError('range-invalid');
  }
  const query = parseQuery(stored);
  const kind = kindOf(query);
  const context: QueryContext = { catalogue, range, maxDataPoints, forAlert: headers.FromAlert === 'true' };
  const answers = await Promise.all(kind.plans(query, context).map((plan) => source.answer(plan, signal)));
  const frames = kind.frames(
    query,
    context,
    answers.map(({ table }) => table),
  );
  const executedQueryString = answers.map((answer) => answer.query).join('\n\n');
  const notices = answers.flatMap((answer) => answer.notices);
  return { frames: frames.map((frame) => withMeta(frame, executedQueryString, notices)) };
}

function withMeta(frame: Frame, executedQueryString: string, notices: readonly Notice[]): Frame {
  const all = [...notices, ...(frame.meta.notices ?? [])];
  return {
    ...frame,
    meta: { ...frame.meta, executedQueryString, ...(all.length > 0 ? { notices: all } : {}) },
  };
}
