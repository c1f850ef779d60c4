import { asGatewaylensError } from '../../core/errors';
import { completeQuery, type Query, type StoredQuery } from '../../core/query';

/** Why a stored query cannot be edited, such as one of a newer version of this plugin. */
export interface QueryProblem {
  readonly problem: string;
  readonly hint: string;
}

/** The query with its defaults, perhaps those of an alert rule’s. */
export function readableQuery(stored: StoredQuery, forAlert = false): Query | QueryProblem {
  try {
    return completeQuery(stored, forAlert);
  } catch (thrown) {
    const { message, hint } = asGatewaylensError(thrown);
    return { problem: message, hint };
  }
}
