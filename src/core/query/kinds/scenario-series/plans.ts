import { groupedBy, type DimensionId, type GroupPlan, type Plan } from '../../../plan';
import { bucketMs } from '../../buckets';
import { failures } from '../../choice';
import { countPlan } from '../../count-plan';
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
    dimensions: ['scenario', ...splitDimensions(query)],
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

/** Instances that the settings name, as far as the filters let them through: an alert rule watches the silent ones too. */
export function servicesInScope(
  { splitBy, where }: ScenarioSeriesQuery,
  { services = [] }: QueryContext,
): readonly string[] {
  if (splitBy !== 'service') {
    return [];
  }
  const names = [...new Set(services.map(({ service }) => service.toLowerCase()))]; // as the column has them
  const filters = where.filter(({ dimension, values }) => dimension === 'service' && values.length > 0);
  return names.filter((name) => filters.every(({ op, values }) => (op === 'in') === values.includes(name)));
}

export function splitDimensions({ splitBy }: ScenarioSeriesQuery): readonly DimensionId[] {
  return splitBy === null ? [] : groupedBy(splitBy);
}
