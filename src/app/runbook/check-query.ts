/** The query behind a check of a scenario, and what it is called. */
import { dimension, rowDimensions, type RowDimensionId } from '../../core/plan';
import { queryTypes, type Filter, type Query } from '../../core/query';
import type { CheckColumn, CheckQuery } from '../../core/scenarios';
import { rowsQuery } from '../explore-link';

interface NamedQuery {
  readonly title: string;
  readonly query: Query;
}

export function namedQuery(
  { show, by }: CheckQuery,
  scenario: string,
  where: readonly Filter[] = [],
): NamedQuery {
  const of = { scenarios: [scenario], outcomes: ['failed', 'masked'] as const, where };
  const id = by && dimensionOf(by);
  const suffix = id ? `, by ${inSentence(dimension(id).title)}` : '';
  switch (show) {
    case 'rows':
      return { title: 'Failed rows', query: rowsQuery(scenario, where) };
    case 'series':
      return {
        title: `Over time${suffix}`,
        query: { ...queryTypes['scenario-series'].defaults, ...of, splitBy: id ?? null },
      };
    case 'breakdown': {
      const group = id ?? 'service';
      return {
        title: `Where most: by ${inSentence(dimension(group).title)}`,
        query: { ...queryTypes.breakdown.defaults, ...of, by: group },
      };
    }
    case 'timing':
      return {
        title: `Time of all requests${suffix}`,
        query: { ...queryTypes.timing.defaults, where, per: id ?? 'time' },
      };
  }
}

const dimensionOf = (by: CheckColumn): RowDimensionId | undefined =>
  rowDimensions.find(({ column }) => column === by)?.id;

/** “API” stays as it is. */
const inSentence = (title: string) =>
  /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
