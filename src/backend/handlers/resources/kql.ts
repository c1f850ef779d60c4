import * as z from 'zod';
import { asKql } from '../../../core/query/kinds';
import { parseQuery } from '../../../core/query/schema';
import { queryContext } from '../query-context';
import { rangeSchema, requestBody } from './request-body';
import type { Resource } from './resource';

const schema = z.strictObject({
  query: z.unknown().optional(),
  range: rangeSchema,
  maxDataPoints: z.number().min(0).default(0),
});

/** The query as KQL over Log Analytics, whatever source the data source reads. */
export const kql: Resource = {
  method: 'POST',
  answer: async (body, instance) => {
    const { query: stored, range, maxDataPoints } = requestBody(schema, body);
    const query = parseQuery(stored, { catalogue: instance.catalogue });
    const context = queryContext(instance, range, maxDataPoints, false);
    return { queries: asKql(query, context) };
  },
};
