/** Plans that are read together give what each gives alone, and Microsoft's analyser has nothing to say of their KQL. */
import { rowWith, type GatewayTable } from '../../src/core/log';
import { apart, tableColumns, toKqlTogether, type Plan, type TableCell } from '../../src/core/plan';
import { builtinCatalogue } from '../../src/core/scenarios';
import { fullRow, observedRange, observedRows } from '../support/gateway-records';
import { analyse } from '../support/kql-analyser';
import type { KqlEngine } from '../support/kql-engine';
import { describeWith } from '../support/requirements';
import { bothTables, tableChoices } from './support/both-tables';
import { kqlTable } from './support/kql-tables';
import { changes, plansOf } from './support/queries';

jest.setTimeout(600_000);

/** Half of the rows are of the range before, as far as that has any. */
const half = (observedRange.to - observedRange.from) / 2;
const rows = [
  ...observedRows.map(({ row }, i) =>
    rowWith({
      ...row,
      TimeGenerated: (row.TimeGenerated ?? 0) - (i % 2) * 2 * half,
      BackendUrl: row.BackendUrl || `https://${i % 3 === 0 ? 'a' : 'b'}.example/x`,
      ApiId: `api-${i % 5}`,
      CallerIpAddress: i % 4 === 0 ? '' : `10.0.0.${i % 7}`,
    }),
  ),
  fullRow,
];
const tables = bothTables(rows);

/** Every plan of every query, each once. */
const all = [
  ...new Map(
    Object.values(changes)
      .flatMap((change) => plansOf(change, observedRange))
      .map((plan) => [JSON.stringify(plan), plan]),
  ).values(),
];
/** As they come from a dashboard: some queries at a time. */
const groups = Array.from({ length: Math.ceil(all.length / 12) }, (_, i) => all.slice(i * 12, i * 12 + 12));

describe.each(tableChoices)('valid KQL over %s', (_, of) => {
  it.each(groups.map((group, i) => [i, group] as const))('group %i', (__, group) => {
    expect(analyse(toKqlTogether(group, builtinCatalogue, of), tables.declared)).toEqual([]);
  });
});

const sorted = (table: readonly (readonly unknown[])[]) => table.map((row) => JSON.stringify(row)).sort();

describeWith('kqlEngine', 'together as alone', (python) => {
  let engine: KqlEngine;

  beforeAll(async () => {
    engine = await tables.start(python);
  });

  afterAll(() => engine.stop());

  async function together(plans: readonly Plan[], of: readonly GatewayTable[]): Promise<TableCell[][][]> {
    const found = await engine.query(toKqlTogether(plans, builtinCatalogue, of));
    const parts = apart(plans, found.columns.map(([name]) => name), found.rows);
    return parts!.map((part) => part.map((row) => [...row] as TableCell[]));
  } // prettier-ignore

  it.each(groups.map((group, i) => [i, group] as const))('group %i', async (_, group) => {
    const parts = await together(group, ['resource']);
    expect(parts.flat().length).toBeGreaterThan(0);
    for (const [i, plan] of group.entries()) {
      const alone = await kqlTable(engine, plan);
      const order = plan.gives === 'rows' ? (table: TableCell[][]) => table : sorted;
      const errors = tableColumns(plan).findIndex(({ name }) => name === 'Errors');
      const plain = (table: TableCell[][]) =>
        order(table.map((row) => row.map((cell, at) => (at === errors ? JSON.stringify(cell) : cell))));
      expect(plain(parts[i] ?? [])).toEqual(plain(alone));
    }
  });

  it('one plan, and both tables', async () => {
    const [plan] = plansOf({ kind: 'scenario-series' }, observedRange);
    const alone = sorted(await kqlTable(engine, plan!));
    expect(sorted((await together([plan!], ['resource']))[0]!)).toEqual(alone);
    const totals = plansOf({ kind: 'taxonomy' }, observedRange);
    const both = await together([plan!, ...totals], ['resource', 'legacy']);
    expect(sorted(both[0]!)).toEqual(alone);
  });
});
