import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import { GatewaylensError } from '../../../core/errors';
import { explain as explanationOf, pastedRow, type ParseCsv } from '../../../core/explain';
import type { CanonicalRow } from '../../../core/log';
import { loggedRowOf, loggedRowPlan } from '../../../core/query';
import { queryContext } from '../query-context';
import { checkQueryStrings } from '../query-strings';
import { rangeSchema, requestBody } from './request-body';
import type { Resource } from './resource';

const queryStrings = z.boolean().default(false);
const pasted = z.strictObject({ text: z.string(), queryStrings });
const logged = z.strictObject({
  correlationId: z.string().min(1).max(200),
  range: rangeSchema,
  queryStrings,
});

/** What happened to one request, pasted or found by its id, why the catalogue says so, and what to do. */
export const explain: Resource = {
  method: 'POST',
  answer: async (body, instance, asker, signal) => {
    const isPasted = typeof body === 'object' && body !== null && 'text' in body;
    const { row, options } = isPasted ? rowIn(body) : await rowOf(body, instance, asker, signal);
    return explanationOf(row, instance.catalogue, options);
  },
};

function rowIn(body: unknown) {
  const { text, ...options } = requestBody(pasted, body);
  return { row: pastedRow(text, parseCsv), options };
}

async function rowOf(...[body, instance, asker, signal]: Parameters<Resource['answer']>) {
  const { correlationId, range: given, ...options } = requestBody(logged, body);
  checkQueryStrings(options.queryStrings, asker);
  const { range } = queryContext(instance, given, 0, false);
  const [answer] = await instance.source.answers([loggedRowPlan(correlationId, range)], signal);
  const row: CanonicalRow | undefined = answer && loggedRowOf(answer);
  if (!row) {
    throw answer?.reading?.isIncomplete
      ? new GatewaylensError('row-not-read', { id: correlationId })
      : new GatewaylensError('row-not-found', { id: correlationId });
  }
  return { row, options };
}

/** The header and the first row; no CSV at all gives none. */
const parseCsv: ParseCsv = (text, delimiter) => {
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true, to: 2 });
  } catch (problem) {
    if (problem instanceof CsvError) {
      return [];
    }
    throw problem;
  }
};
