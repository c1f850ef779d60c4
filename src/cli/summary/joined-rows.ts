import type { Rows } from '../../backend/sources/duckdb/duckdb-source';
import type { Notice } from '../../core/frames';
import { GatewaylensError } from '../../core/errors';

/**
 * Rows of several places as one relation. A place without any gateway record costs the others nothing but a notice.
 * @param name what the user gave
 */
export function joinedRows(places: readonly Rows[], name: string): Rows {
  return {
    relation: async (range, engine, signal) => {
      const found: { readonly sql: string; readonly notices: readonly Notice[] }[] = [];
      const missing: Notice[] = [];
      for (const place of places) {
        try {
          found.push(await place.relation(range, engine, signal));
        } catch (problem) {
          if (!(problem instanceof GatewaylensError) || problem.fault === 'plugin') {
            throw problem;
          }
          missing.push({ severity: 'warning', text: problem.message });
        }
      }
      if (found.length === 0) {
        throw new GatewaylensError('logs-unreadable', { path: name });
      }
      const [only, ...others] = found.map(({ sql }) => sql);
      return {
        sql:
          others.length === 0
            ? String(only)
            : `(${[only, ...others].map((sql) => `SELECT * FROM ${sql}`).join(' UNION ALL ')})`,
        notices: [...missing, ...found.flatMap(({ notices }) => notices)],
      };
    },
    check: async () => [],
  };
}
