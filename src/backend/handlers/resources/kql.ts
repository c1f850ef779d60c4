import { GatewaylensError } from '../../../core/errors';
import { toKql } from '../../../core/plan';
import { kindOf } from '../../../core/query/kinds';
import { parseQuery } from '../../../core/query/schema';
import type { Resource } from './resource';

interface Body {
  readonly query?: unknown;
  readonly range?: { readonly from?: unknown; readonly to?: unknown };
  readonly maxDataPoints?: unknown;
}

/** The query as KQL over Log Analytics, whatever source the data source reads. */
export const kql: Resource = {
  method: 'POST',
  answer: async (body, { catalogue, now }) => {
    const { query: stored, range, maxDataPoints } = (body ?? {}) as Body;
    const query = parseQuery(stored);
    const { from, to } = range ?? {};
    if (typeof from !== 'number' || typeof to !== 'number' || !(from < to)) {
      throw new GatewaylensError('range-invalid');
    }
    const context = {
      catalogue,
      range: { from, to },
      maxDataPoints: typeof maxDataPoints === 'number' ? maxDataPoints : 0,
      forAlert: false,
      now: now(),
    };
    return {
      queries: kindOf(query)
        .plans(query, context)
        .map((plan) => toKql(plan, catalogue)),
    };
  },
};
