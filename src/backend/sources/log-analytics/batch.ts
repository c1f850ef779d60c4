/** Plans that are read in one request, and what comes of each of them. */
import { asGatewaylensError, type ErrorCode, type GatewaylensError } from '../../../core/errors';
import {
  apart,
  toKqlTogether,
  type Plan,
  type PlanPredicate,
  type Table,
  type TimeRange,
} from '../../../core/plan';
import type { GatewayTable } from '../../../core/log';
import type { Catalogue } from '../../../core/scenarios';
import { unreadable } from './azure-error';
import { basicPlan } from './basic-plan';
import { endsNow, newestRowIn, newestRowPlan, type NewestRow } from './newest-row';
import { tableOf } from './read-rows';
import type { Reply, Request } from './requests';

/** What came of a plan. */
export type Outcome =
  | {
      readonly table: Table;
      readonly reply: Reply;
      readonly plans: number;
      /** When it was read, as `performance.now()` tells the time. */
      readonly readAt: number;
      /** Where the range ends now and this could be asked along. */
      readonly newest?: NewestRow | undefined;
    }
  | { readonly problem: GatewaylensError };

export interface BatchWay {
  readonly send: (request: Request, signal: AbortSignal) => Promise<Reply>;
  readonly catalogue: Catalogue;
  readonly tables: readonly GatewayTable[];
  readonly host: string;
  /** The table is on the Basic plan: one plan at a time, with its range beside the query. */
  readonly isBasic: boolean;
  /** What keeps to the chosen instances. */
  readonly where: readonly PlanPredicate[];
  readonly now: () => number;
}

export type Manner = Pick<Request, 'isFresh' | 'lane' | 'deadline'>;

/** Faults that lie in one plan and would not meet the others. */
const OF_ONE_PLAN: readonly ErrorCode[] = ['azure-query-refused', 'azure-too-large', 'azure-service-failed'];

/**
 * Reads plans together. When that fails for a reason that may lie in one of them, or the answer is incomplete, each is read
 * alone, so that one harms no other. Where that fails, what is incomplete is still better than nothing, and is told.
 * @throws GatewaylensError for what meets all of them
 */
export async function read(
  plans: readonly Plan[],
  manner: Manner,
  way: BatchWay,
  signal: AbortSignal,
): Promise<readonly Outcome[]> {
  const beside = manner.isFresh ? [] : askedAlong(plans, way);
  let incomplete: Reply | undefined;
  try {
    const reply = await way.send(requestOf(plans, beside, manner, way), signal);
    if (reply.partial === undefined || plans.length === 1) {
      return outcomes(plans, beside, reply, way.host);
    }
    incomplete = reply;
  } catch (problem) {
    const isOfOne = OF_ONE_PLAN.includes(asGatewaylensError(problem).code);
    if (plans.length === 1 || !isOfOne) {
      throw problem;
    }
  }
  const alone = plans.map((plan) => read([plan], manner, way, signal));
  const settled = await Promise.allSettled(alone);
  // An alert rule has to know why it has no numbers.
  const parts = incomplete && !manner.isFresh ? incompleteIn(plans, beside, incomplete, way.host) : [];
  return settled.map((one, i) =>
    one.status === 'fulfilled' ? one.value[0]! : instead(parts[i], asGatewaylensError(one.reason)),
  );
}

/** What a part of an answer still tells; nothing where it cannot be taken apart. */
function incompleteIn(...asked: Parameters<typeof outcomes>): readonly Outcome[] {
  try {
    return outcomes(...asked);
  } catch {
    return [];
  }
}

/** Of a plan that failed alone: what is incomplete, which says why there is no more, if it has numbers at all. */
function instead(incomplete: Outcome | undefined, problem: GatewaylensError): Outcome {
  if (!incomplete || 'problem' in incomplete) {
    return { problem };
  }
  const { reply } = incomplete;
  const partial = `${reply.partial}. Read by itself, it failed: ${problem.message}`;
  return { ...incomplete, reply: { ...reply, partial } };
}

/** An alert rule has a kind of query for this, and a table on the Basic plan answers one thing at a time. */
function askedAlong(plans: readonly Plan[], { isBasic, where, now }: BatchWay): readonly Plan[] {
  const range = hull(plans);
  return isBasic || !endsNow(range, now()) ? [] : [newestRowPlan(range, where)];
}

function outcomes(
  plans: readonly Plan[],
  beside: readonly Plan[],
  reply: Reply,
  host: string,
): readonly Outcome[] {
  const all = [...plans, ...beside];
  // A workspace without any data may answer nothing at all, not even columns.
  const isNothing = reply.columns.length === 0;
  const parts = isNothing ? all.map(() => []) : apart(all, reply.columns, reply.rows);
  if (!parts) {
    throw unreadable(host, 'it has not the columns that were asked for');
  }
  const readAt = performance.now() - reply.ageMs;
  const tableAt = (i: number) => tableOf(all[i]!, parts[i] ?? [], host);
  const newest = beside[0] && newestRowIn(tableAt(plans.length), beside[0].range);
  return plans.map((_, i) => {
    try {
      return { table: tableAt(i), reply, plans: plans.length, readAt, newest };
    } catch (problem) {
      return { problem: asGatewaylensError(problem) };
    }
  });
}

const HOUR = 3_600_000;

export function wholeHours({ from, to }: TimeRange): TimeRange {
  return { from: Math.floor(from / HOUR) * HOUR, to: Math.ceil(to / HOUR) * HOUR };
}

function hull(plans: readonly Plan[]): TimeRange {
  return {
    from: Math.min(...plans.map(({ range }) => range.from)),
    to: Math.max(...plans.map(({ range }) => range.to)),
  };
}

function requestOf(
  plans: readonly Plan[],
  beside: readonly Plan[],
  manner: Manner,
  { catalogue, tables, isBasic }: BatchWay,
): Request {
  const asked = isBasic ? plans.map(basicPlan) : plans;
  return {
    kql: toKqlTogether(asked, catalogue, tables, beside),
    // Which rows of the legacy table count is decided by whole hours.
    timespan: isBasic ? hull(plans) : wholeHours(hull(plans)),
    ...manner,
  };
}
