import { queryTypes } from '../../core/query';
import { dimension, type RowDimensionId } from '../../core/plan';
import type { Target } from '../asking/data-source';

/** Where failures may concentrate, the widest first. */
export const places = (['service', 'api', 'operation', 'backendHost'] as const).map((id) => ({
  id,
  title: dimension(id).title,
}));
const MOST_VALUES = 3;

/** Everything that the runbook tells of one scenario, in one request. */
export function liveQueries(scenario: string): readonly Target[] {
  const { taxonomy, 'scenario-series': series, breakdown } = queryTypes;
  const scenarios = [scenario];
  const breakdownBy = (by: RowDimensionId): Target => ({
    ...breakdown.defaults,
    refId: by,
    scenarios,
    by,
    top: MOST_VALUES,
  });
  return [
    { ...taxonomy.defaults, refId: 'failures', scenarios },
    { ...taxonomy.defaults, refId: 'masked', scenarios, outcomes: ['masked'], previous: false },
    { ...series.defaults, refId: 'series', scenarios },
    ...places.map(({ id }) => breakdownBy(id)),
  ];
}
