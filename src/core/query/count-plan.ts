import type { GroupPlan, PlanPredicate, TimeRange } from '../plan';

/** Groups that fit the smallest limit of any engine with room to spare. */
const MOST_GROUPS = 100_000;

/** The plan that most others are made of: how many rows there are. */
export function countPlan(range: TimeRange, where: readonly PlanPredicate[]): GroupPlan {
  return {
    gives: 'groups',
    range,
    where,
    stepMs: null,
    dimensions: [],
    measures: [{ measure: 'count', as: 'Count' }],
    sample: false,
    limit: MOST_GROUPS,
  };
}
