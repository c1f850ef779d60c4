import { GatewaylensError } from '../errors';
import { QUERY_VERSION } from './model';

/**
 * Brings a stored query of an older model up to this one; editor and backend both call it. There is one model so far:
 * a query without a version was written by hand and means this one.
 */
export function migrate(stored: object): object {
  const { version = QUERY_VERSION } = stored as { version?: unknown };
  if (typeof version === 'number' && version > QUERY_VERSION) {
    throw new GatewaylensError('query-newer', { version: String(version), known: String(QUERY_VERSION) });
  }
  return { ...stored, version };
}
