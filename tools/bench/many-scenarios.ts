import { toSql } from '../../src/core/plan';
import type { Leaf, Predicate } from '../../src/core/predicate';
import { builtinCatalogue, catalogueOf, type Catalogue, type Scenario } from '../../src/core/scenarios';
import { count, seconds, type Benchmark } from './benchmark';
import { LogTable } from './log-table';
import { median, medianRatio, timesInTurn } from './median';
import { seriesPlan } from './series-plan';

const TIMES = 10;
const MOST = 4;
/** Also when it has to be quick: of few rows, most of the time goes into preparing the query. */
const ROWS = 1_000_000;

/** Ten times as many scenarios, of which nine in ten look for what never comes. */
export const manyScenarios: Benchmark = {
  title: 'Many scenarios',
  run: async ({ runs }) => {
    const table = await LogTable.of(ROWS);
    try {
      const many = manifold(builtinCatalogue);
      const run = (catalogue: Catalogue) => () => table.rows(toSql(seriesPlan(catalogue), catalogue, 'logs'));
      if ((await requests(run(builtinCatalogue))) !== (await requests(run(many)))) {
        throw new Error('More scenarios find another number of failures.');
      }
      const [few = [], most = []] = await timesInTurn(runs, [run(builtinCatalogue), run(many)]);
      const ratio = medianRatio(most, few);
      return [
        {
          what: `${count(ROWS)} rows, ${many.scenarios.length} scenarios instead of ${builtinCatalogue.scenarios.length}`,
          measured: `${seconds(median(most))} instead of ${seconds(median(few))}: ${ratio.toFixed(2)} ×`,
          target: `${MOST} ×`,
          isMet: ratio <= MOST,
        },
      ];
    } finally {
      table.end();
    }
  },
};

async function requests(run: () => Promise<unknown[][]>): Promise<bigint> {
  return (await run()).reduce((sum, row) => sum + BigInt(row.at(-1) as bigint), 0n);
}

/** The catalogue behind changed copies of itself, so that every row is held against the copies first. */
function manifold({ scenarios }: Catalogue): Catalogue {
  const copies = Array.from({ length: TIMES - 1 }, (_, copy) =>
    scenarios.map((scenario): Scenario => ({
      ...scenario,
      id: `${scenario.id}-${copy}`,
      match: scenario.match.map((rule) => ({ ...rule, when: changed(rule.when, ` ${copy}`) })),
    })),
  );
  return catalogueOf(copies.flat(), scenarios);
}

/** The same condition, looking for other texts. */
function changed(predicate: Predicate, suffix: string): Predicate {
  if ('all' in predicate) {
    return { all: predicate.all.map((part) => changed(part, suffix)) };
  }
  if ('any' in predicate) {
    return { any: predicate.any.map((part) => changed(part, suffix)) };
  }
  if ('not' in predicate) {
    return { not: changed(predicate.not, suffix) };
  }
  const other = (value: string) => (value === '' ? value : `${value}${suffix}`);
  const { op, value } = predicate;
  if (
    op === 'sameAs' ||
    (typeof value !== 'string' && typeof (value as readonly unknown[])[0] !== 'string')
  ) {
    return predicate;
  }
  return {
    ...predicate,
    value: typeof value === 'string' ? other(value) : (value as readonly string[]).map(other),
  } as Leaf;
}
