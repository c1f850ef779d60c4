import { GatewaylensError } from '../../../errors';
import { dimension, type DimensionId, type Plan, type PlanColumn } from '../../../plan';
import type { Predicate } from '../../../predicate';
import { bucketsOf, stepMs } from '../../buckets';
import type { Filter, ScenarioSeriesQuery } from '../../model';
import type { QueryContext } from '../kind';

/** Groups that fit the smallest limit of any engine with room to spare. */
const MOST_GROUPS = 100_000;

/**
 * One plan: all requests by outcome and scenario. Those that succeeded come along, because shares need them and because
 * "nothing failed" can only be told from "nothing came" with their number.
 */
export function plans(query: ScenarioSeriesQuery, context: QueryContext): readonly Plan[] {
  const known = new Set(context.catalogue.scenarios.map(({ id }) => id));
  const unknown = query.scenarios.find((id) => !known.has(id));
  if (unknown !== undefined) {
    throw new GatewaylensError('scenario-unknown', { id: unknown });
  }
  const { range, maxDataPoints } = context;
  const step =
    query.result === 'window' ? null : bucketsOf(range, stepMs(query.step, range, maxDataPoints)).stepMs;
  return [
    {
      range,
      where: query.where.filter(({ values }) => values.length > 0).map(condition),
      stepMs: step,
      dimensions: ['outcome', 'scenario', ...splitDimensions(query)],
      measures: ['count'],
      limit: MOST_GROUPS,
    },
  ];
}

/** The dimensions of a split: equal ids of different services must not merge. */
export function splitDimensions({ splitBy }: ScenarioSeriesQuery): readonly DimensionId[] {
  if (splitBy === null) {
    return [];
  }
  return dimension(splitBy).withinService ? ['service', splitBy] : [splitBy];
}

function condition({ dimension: id, op, values }: Filter): Predicate<PlanColumn> {
  const among: Predicate<PlanColumn> = { column: dimension(id).column, op: 'oneOf', value: values };
  return op === 'in' ? among : { not: among };
}
