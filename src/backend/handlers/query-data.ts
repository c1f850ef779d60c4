import type { Frame, Notice } from '../../core/frames';
import { withSampling, type Query } from '../../core/query';
import { GatewaylensError } from '../../core/errors';
import { kindOf, type QueryContext } from '../../core/query/kinds';
import { parseQuery } from '../../core/query/schema';
import type { QueryItem, QueryResult, RequestContext } from '../messages';
import type { SourceAnswer } from '../sources/log-source';
import type { Instance } from './instance';
import { withPortal } from './portal-links';
import { queryContext } from './query-context';
import { permitted } from './query-strings';
import { readingMeta, type ReadingMeta } from './reading-meta';

/** One query: parsed, planned, answered by the source and turned into frames. */
export async function queryData(
  { query: stored, range, maxDataPoints }: QueryItem,
  { headers, user }: RequestContext,
  instance: Instance,
  signal: AbortSignal,
): Promise<QueryResult> {
  const forAlert = headers.FromAlert === 'true';
  const parsed = parseQuery(stored, { forAlert, catalogue: instance.catalogue });
  const { query, notices: cut } = permitted(parsed, { user });
  const kind = kindOf(query);
  const context = queryContext(instance, range, maxDataPoints, forAlert);
  const answers = await answersTo(query, context, instance, signal);
  const frames = withSampling(kind.frames(query, context, answers), query, instance.settings.sampling);
  const executedQueryString = answers.map((answer) => answer.query).join('\n\n');
  const notices = distinct([...answers.flatMap((answer) => answer.notices), ...cut]);
  const reading = readingMeta(answers.flatMap((answer) => answer.reading ?? []));
  const portal = answers[0]?.portal;
  return {
    frames: frames.map((frame) => withPortal(withMeta(frame, executedQueryString, notices, reading), portal)),
  };
}

/** @throws GatewaylensError for a query in a language that the source does not have */
async function answersTo(
  query: Query,
  context: QueryContext,
  { source }: Instance,
  signal: AbortSignal,
): Promise<readonly SourceAnswer[]> {
  const { plans, written } = kindOf(query);
  const { forAlert } = context;
  if (!written) {
    return source.answers(plans(query, context), signal, forAlert);
  }
  if (!source.written) {
    throw new GatewaylensError('kql-needs-log-analytics');
  }
  return [await source.written(written(query, context), signal, forAlert)];
}

/** Several plans of one query tell the same of their source. */
function distinct(notices: readonly Notice[]): readonly Notice[] {
  return [...new Map(notices.map((notice) => [notice.text, notice])).values()];
}

function withMeta(
  frame: Frame,
  executedQueryString: string,
  notices: readonly Notice[],
  { stats, isIncomplete }: ReadingMeta,
): Frame {
  const { notices: own = [], ...meta } = frame.meta;
  const all = [...notices, ...own];
  return {
    ...frame,
    meta: {
      ...meta,
      executedQueryString,
      ...(all.length > 0 ? { notices: all } : {}),
      ...(stats.length > 0 ? { stats } : {}),
      ...(isIncomplete ? { custom: { ...(meta.custom as object), partial: true } } : {}),
    },
  };
}
