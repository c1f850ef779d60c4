import type { GroupPlan, Plan } from '../../../plan';
import { failures } from '../../choice';
import { countPlan } from '../../count-plan';
import { totalsPlan } from '../../totals';
import type { Kind, QueryContext } from '../kind';
import { fields } from './fields';
import { frames } from './frames';
import { taxonomyQuery, type TaxonomyQuery } from './query';

export const taxonomy: Kind<TaxonomyQuery> = {
  ...taxonomyQuery,
  fields,
  plans,
  frames,
};

/** The scenarios, where each concentrates, all requests; the same scenarios and all requests of the range before. */
function plans(query: TaxonomyQuery, { range, catalogue }: QueryContext): readonly Plan[] {
  const counts: GroupPlan = { ...countPlan(range, failures(query, catalogue)), dimensions: ['scenario'] };
  const scenarios: GroupPlan = {
    ...counts,
    measures: [
      { measure: 'count', as: 'Count' },
      { measure: 'count', as: 'Sure', where: { column: 'Confidence', op: 'equals', value: 'high' } },
      { measure: 'firstSeen', as: 'FirstSeen' },
      { measure: 'lastSeen', as: 'LastSeen' },
      { measure: 'distinct', as: 'Callers', column: 'CallerIpAddress' },
    ],
    sample: true,
  };
  const before = { from: range.from - (range.to - range.from), to: range.from };
  return [
    scenarios,
    { ...counts, dimensions: ['scenario', 'service', 'api', 'backendHost'] },
    totalsPlan(query, range),
    ...(query.previous ? [{ ...counts, range: before }, loggedSince(totalsPlan(query, before))] : []),
  ];
}

/** Also tells from when there are logs at all. */
function loggedSince(plan: GroupPlan): GroupPlan {
  return { ...plan, measures: [...plan.measures, { measure: 'firstSeen', as: 'FirstSeen' }] };
}
