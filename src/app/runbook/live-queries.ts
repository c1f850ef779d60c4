import { queryTypes, type Filter } from '../../core/query';
import { dimension, type RowDimensionId } from '../../core/plan';
import type { Target } from '../asking/data-source';

/** Where failures may concentrate, the widest first. */
export const places = (['service', 'api', 'operation', 'backendHost'] as const).map((id) => ({
  id,
  title: dimension(id).title,
}));
const MOST_VALUES = 3;

/** Everything that the runbook tells of one scenario, in one request. */
export function liveQueries(scenario: string, where: readonly Filter[] = []): readonly Target[] {
  const { taxonomy, 'scenario-series': series, breakdown } = queryTypes;
  const of = { scenarios: [scenario], where };
  const breakdownBy = (by: RowDimensionId): Target => ({
    ...breakdown.defaults,
    ...of,
    refId: by,
    by,
    top: MOST_VALUES,
  });
  return [
    { ...taxonomy.defaults, ...of, refId: 'failures' },
    { ...taxonomy.defaults, ...of, refId: 'masked', outcomes: ['masked'], previous: false },
    { ...series.defaults, ...of, refId: 'series' },
    ...places.map(({ id }) => breakdownBy(id)),
  ];
}
