/** Queries that somebody wrote by hand: sent alone, and answered with whatever columns they have. */
import { GatewaylensError } from '../../../core/errors';
import { writtenKql, type TimeRange, type WrittenKql, type WrittenPlan } from '../../../core/plan';
import type { BatchWay, Manner, Outcome } from './batch';
import { writtenTable } from './read-written';

/** Where nothing but the text bounds what is read: more than anybody has logs of. */
const EVER: TimeRange = { from: 0, to: Date.UTC(2100, 0) };
const HOUR = 3_600_000;

/** @throws GatewaylensError, as everything that goes wrong here lies in the one query */
export async function readWritten(
  plan: WrittenPlan,
  manner: Manner,
  way: BatchWay,
  signal: AbortSignal,
): Promise<Outcome> {
  const written = asSent(plan, way);
  const { kql, linesBefore } = written;
  const reply = await way.send(
    { kql, linesBefore, timespan: timespanOf(plan, written, way), ...manner },
    signal,
  );
  return {
    table: writtenTable(reply, way.host),
    reply,
    plans: 1,
    readAt: performance.now() - reply.ageMs,
  };
}

/** @throws GatewaylensError for a text that cannot be read */
export function asSent(plan: WrittenPlan, { catalogue, tables, isBasic }: Omit<BatchWay, 'send'>): WrittenKql {
  if (isBasic && !plan.isBounded) {
    const problem = 'its range stands beside the query, so that of the dashboard has to hold';
    throw new GatewaylensError('azure-basic-unsupported', { problem });
  }
  return writtenKql(plan, catalogue, tables, { isRangeBeside: isBasic });
} // prettier-ignore

function timespanOf({ range, isBounded }: WrittenPlan, { isClassified }: WrittenKql, { tables }: BatchWay): TimeRange {
  if (!isBounded) {
    return EVER;
  }
  // Which rows of the legacy table count is decided by whole hours.
  return isClassified && tables.length > 1
    ? { from: Math.floor(range.from / HOUR) * HOUR, to: Math.ceil(range.to / HOUR) * HOUR }
    : range;
} // prettier-ignore
