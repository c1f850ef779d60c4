import { GatewaylensError } from '../../../core/errors';
import { toKql } from '../../../core/plan';
import { kindOf } from '../../../core/query';
import { parseQuery } from '../../../core/query/schema';
import type { Resource } from './resource';

/** The query as KQL over Log Analytics, whatever source the data source reads. */
export const kql: Resource = {
  method: 'POST',
  answer: async (body, { catalogue }) => {
    const { query: stored, range } = (body ?? {}) as {
      query?: unknown;
      range?: { from?: unknown; to?: unknown };
    };
    const query = parseQuery(stored);
    const { from, to } = range ?? {};
    if (typeof from !== 'number' || typeof to !== 'number' || !(from < to)) {
      throw new GatewaylensError('range-invalid');
    }
    const context = { catalogue, range: { from, to }, maxDataPoints: 0, forAlert: false };
    return {
      queries: kindOf(query)
        .plans(query, context)
        .map((plan) => toKql(plan, catalogue)),
    };
  },
};
