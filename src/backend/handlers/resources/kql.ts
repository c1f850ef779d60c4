import { toKql } from '../../../core/plan';
import { kindOf } from '../../../core/query/kinds';
import { parseQuery } from '../../../core/query/schema';
import { queryContext } from '../query-context';
import type { Resource } from './resource';

interface Body {
  readonly query?: unknown;
  readonly range?: { readonly from?: unknown; readonly to?: unknown };
  readonly maxDataPoints?: unknown;
}

/** The query as KQL over Log Analytics, whatever source the data source reads. */
export const kql: Resource = {
  method: 'POST',
  answer: async (body, instance) => {
    const { query: stored, range, maxDataPoints } = (body ?? {}) as Body;
    const query = parseQuery(stored);
    const { from, to } = range ?? {};
    const given = { from: Number(from ?? NaN), to: Number(to ?? NaN) };
    const points = typeof maxDataPoints === 'number' ? maxDataPoints : 0;
    const context = queryContext(instance, given, points, false);
    return {
      queries: kindOf(query)
        .plans(query, context)
        .map((plan) => toKql(plan, instance.catalogue)),
    };
  },
};
