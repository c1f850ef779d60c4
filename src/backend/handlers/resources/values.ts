import * as z from 'zod';
import { valuesOf, valuesPlan } from '../../../core/query';
import { valuesSchema } from '../../../core/query/schema';
import { queryContext } from '../query-context';
import { rangeSchema, requestBody } from './request-body';
import type { Resource } from './resource';

const schema = z.strictObject({ ...valuesSchema.shape, range: rangeSchema });

/** The values of a dimension in a range. There may be more where only a part of the logs was read, too. */
export const values: Resource = {
  method: 'POST',
  answer: async (body, instance, _, signal) => {
    const { range: given, ...query } = requestBody(schema, body);
    const { range } = queryContext(instance, given, 0, false);
    const [answer] = await instance.source.answers([valuesPlan(query, range)], signal);
    const { values: found, more } = answer ? valuesOf(query, answer) : { values: [], more: false };
    return { values: found, more: more || answer?.reading?.isIncomplete === true };
  },
};
