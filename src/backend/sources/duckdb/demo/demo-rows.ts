import { builtinCatalogue } from '../../../../core/scenarios';
import type { Rows } from '../duckdb-source';
import { demoRelation } from './relation';

/** @param now the clock that the demo data follows, milliseconds since 1970 */
export function demoRows(now: () => number): Rows {
  return {
    relation: async (range) => ({ sql: demoRelation(range, now(), builtinCatalogue), notices: [] }),
    check: async (engine, signal) => {
      const range = { from: now() - 3_600_000, to: now() };
      const [[requests] = []] = await engine.rows(
        `SELECT count(*) FROM ${demoRelation(range, now(), builtinCatalogue)}`,
        signal,
      );
      return [
        {
          name: 'Demo data',
          state: 'ok',
          message: `Invented requests of the last seven days, ${String(requests)} of them in the last hour.`,
        },
      ];
    },
  };
}
