import { asGatewaylensError } from '../../core/errors';
import { completeQuery, type Query, type StoredQuery } from '../../core/query';

/** Why a stored query cannot be edited, such as one of a newer version of this plugin. */
export interface QueryProblem {
  readonly problem: string;
  readonly hint: string;
}

/** The query with its defaults. */
export function readableQuery(stored: StoredQuery): Query | QueryProblem {
  try {
    return completeQuery(stored);
  } catch (thrown) {
    const { message, hint } = asGatewaylensError(thrown);
    return { problem: message, hint };
  }
}
