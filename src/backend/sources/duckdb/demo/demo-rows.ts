import { builtinCatalogue } from '../../../../core/scenarios';
import type { Rows } from '../duckdb-source';
import { DEMO_MS, demoRelation } from './relation';

/** A range of seven days is asked for some moments after it began. */
const LATE_MS = 60 * 60_000;
const BEFORE = {
  severity: 'info',
  text: 'There is demo data for the last seven days only; before that nothing was logged.',
} as const;

/** @param now the clock that the demo data follows, milliseconds since 1970 */
export function demoRows(now: () => number): Rows {
  return {
    relation: async (range) => ({
      sql: demoRelation(range, now(), builtinCatalogue),
      notices: range.from < now() - DEMO_MS - LATE_MS ? [BEFORE] : [],
    }),
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
