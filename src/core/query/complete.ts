import { migrate } from './migrate';
import { defaultQuery, type Query, type StoredQuery } from './model';

/** A stored query brought up to date, with defaults for what it leaves out; not checked. */
export function completeQuery(stored: StoredQuery): Query {
  return { ...defaultQuery, ...(migrate(stored) as Partial<Query>) };
}
