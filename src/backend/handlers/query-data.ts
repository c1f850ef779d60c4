import { GatewaylensError } from '../../core/errors';
import type { Frame, Notice } from '../../core/frames';
import { kindOf, type QueryContext } from '../../core/query/kinds';
import { parseQuery } from '../../core/query/schema';
import type { TimeRange } from '../../core/plan';
import type { QueryItem, QueryResult, RequestContext } from '../messages';
import type { Instance } from './instance';

/** One query: parsed, planned, answered by the source and turned into frames. */
export async function queryData(
  { query: stored, range, maxDataPoints }: QueryItem,
  { headers }: RequestContext,
  { source, catalogue, now }: Instance,
  signal: AbortSignal,
): Promise<QueryResult> {
  if (!(range.from < range.to)) {
    throw new GatewaylensError('range-invalid');
  }
  const query = parseQuery(stored);
  const kind = kindOf(query);
  const context: QueryContext = {
    catalogue,
    range: untilNow(range, now()),
    maxDataPoints,
    forAlert: headers.FromAlert === 'true',
    now: now(),
  };
  const answers = await Promise.all(kind.plans(query, context).map((plan) => source.answer(plan, signal)));
  const frames = kind.frames(query, context, answers);
  const executedQueryString = answers.map((answer) => answer.query).join('\n\n');
  const notices = distinct(answers.flatMap((answer) => answer.notices));
  return { frames: frames.map((frame) => withMeta(frame, executedQueryString, notices)) };
}

/** "Today" ends tonight, but what is to come has no failures yet rather than none. */
function untilNow({ from, to }: TimeRange, now: number): TimeRange {
  return { from, to: from < now ? Math.min(to, now) : to };
}

/** Several plans of one query tell the same of their source. */
function distinct(notices: readonly Notice[]): readonly Notice[] {
  return [...new Map(notices.map((notice) => [notice.text, notice])).values()];
}

function withMeta(frame: Frame, executedQueryString: string, notices: readonly Notice[]): Frame {
  const { notices: own = [], ...meta } = frame.meta;
  const all = [...notices, ...own];
  return { ...frame, meta: { ...meta, executedQueryString, ...(all.length > 0 ? { notices: all } : {}) } };
}
