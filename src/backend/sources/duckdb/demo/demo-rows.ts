import { amount } from '../../../../core/amount';
import { builtinCatalogue } from '../../../../core/scenarios';
import type { TimeRange } from '../../../../core/plan';
import type { Rows } from '../duckdb-source';
import { DEMO_MS, demoRelation, type DemoRelation } from './relation';

/** A range of seven days is asked for some moments after it began. */
const LATE_MS = 60 * 60_000;
const BEFORE = {
  severity: 'info',
  text: 'There is demo data for the last seven days only; before that nothing was logged.',
} as const;

/** @param now the clock that the demo data follows, milliseconds since 1970 */
export function demoRows(now: () => number): Rows {
  // The same for every query, and asked for by few of those that could.
  let drawn: DemoRelation | undefined;
  const relation = (range: TimeRange) => (drawn ??= demoRelation(builtinCatalogue))(range, now());
  return {
    relation: async (range) => ({
      sql: relation(range),
      notices: range.from < now() - DEMO_MS - LATE_MS ? [BEFORE] : [],
    }),
    check: async (engine, signal) => {
      const range = { from: now() - 3_600_000, to: now() };
      const [[requests = 0n] = []] = await engine.rows(`SELECT count(*) FROM ${relation(range)}`, signal);
      return [
        {
          name: 'Demo data',
          state: 'ok',
          message: `Invented requests of the last seven days, ${amount(requests as bigint)} of them in the last hour.`,
        },
      ];
    },
  };
}
