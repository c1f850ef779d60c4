import { tableColumns, toKql, type Plan, type TableCell } from '../../../src/core/plan';
import type { GatewayTable } from '../../../src/core/log';
import { builtinCatalogue } from '../../../src/core/scenarios';
import type { KqlEngine } from '../../support/kql-engine';

/** The rows of a plan's table by the KQL engine, as the plan's columns say. */
export async function kqlTable(
  engine: KqlEngine,
  plan: Plan,
  tables: readonly GatewayTable[] = ['resource'],
): Promise<TableCell[][]> {
  const { columns, rows } = await engine.query(toKql(plan, builtinCatalogue, tables));
  const wanted = tableColumns(plan);
  if (JSON.stringify(columns.map(([name]) => name)) !== JSON.stringify(wanted.map(({ name }) => name))) {
    throw new Error(`the columns are ${columns.join(' ')}`);
  }
  return rows.map((row) =>
    wanted.map(({ type }, i) => {
      const value = row[i] as TableCell;
      return type === 'datetime' && value !== null ? Date.parse(String(value)) : value;
    }),
  );
}
