import { groupedBy, type DimensionId, type GroupPlan, type Plan } from '../../../plan';
import { bucketMs } from '../../buckets';
import { failures } from '../../choice';
import { countPlan } from '../../count-plan';
import { servicesInScope } from '../../services-in-scope';
import { totalsPlan } from '../../totals';
import type { QueryContext } from '../kind';
import type { ScenarioSeriesQuery } from './query';

/**
 * Two plans: the failures that were asked for, and all requests by outcome, because shares need them and because
 * "nothing failed" can only be told from "nothing came" with their number.
 */
export function plans(query: ScenarioSeriesQuery, context: QueryContext): readonly Plan[] {
  const { range, catalogue } = context;
  const step = query.result === 'window' ? null : bucketMs(query.step, context);
  const failed: GroupPlan = {
    ...countPlan(range, failures(query, catalogue)),
    stepMs: step,
    dimensions: ['scenario', ...new Set([...splitDimensions(query), ...placeDimensions(query)])],
  };
  const isShare = query.as === 'share';
  const all: GroupPlan = {
    ...totalsPlan(query, range),
    stepMs: isShare ? step : null,
    dimensions: ['outcome', ...(isShare || isWatched(query, context) ? splitDimensions(query) : [])],
  };
  return [failed, all];
}

/** An alert rule watches every line by its labels: each has a value even if zero, and none goes into a sum. */
export function isWatched(query: ScenarioSeriesQuery, { forAlert }: QueryContext): boolean {
  return query.result === 'window' || forAlert;
}

/** Instances that an alert rule watches even where they are silent. */
export function watchedServices(
  { splitBy, where }: ScenarioSeriesQuery,
  context: QueryContext,
): readonly string[] {
  return splitBy === 'service' ? servicesInScope(where, context) : [];
}

/** What tells the places of failures apart, as far as the split does not. */
export function placeDimensions(query: ScenarioSeriesQuery): readonly DimensionId[] {
  const split = splitDimensions(query);
  return query.places === null || query.result === 'series'
    ? []
    : groupedBy(query.places).filter((id) => !split.includes(id));
}

export function splitDimensions({ splitBy }: ScenarioSeriesQuery): readonly DimensionId[] {
  return splitBy === null ? [] : groupedBy(splitBy);
}
