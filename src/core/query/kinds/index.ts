import type { Query } from '../model';
import type { Kind } from './kind';
import { scenarioSeries } from './scenario-series';

const kinds = { 'scenario-series': scenarioSeries } as const;

export function kindOf(query: Query): Kind<Query> {
  return kinds[query.kind];
}
export type { QueryContext } from './kind';
