/** Every plan of every query gives the same table in both engines, and Microsoft's analyser has nothing to say of its KQL. */
import type { DuckDbSource } from '../../src/backend/sources/duckdb/duckdb-source';
import { rowWith } from '../../src/core/log';
import { toKql } from '../../src/core/plan';
import { builtinCatalogue } from '../../src/core/scenarios';
import { fullRow, observedRange, observedRows, recordOf } from '../support/gateway-records';
import { analyse } from '../support/kql-analyser';
import type { KqlEngine } from '../support/kql-engine';
import { describeWith } from '../support/requirements';
import { bothTables, tableChoices } from './support/both-tables';
import { kqlTable } from './support/kql-tables';
import { LogFolder } from './support/log-folder';
import { changes, hostileValues, plansOf } from './support/queries';

jest.setTimeout(600_000);

/** The observed rows, some of them with values that would leave a badly quoted literal. */
const rows = [
  ...observedRows.map(({ row }, i) =>
    rowWith({
      ...row,
      _ResourceId: `/subscriptions/s/resourceGroups/g/providers/Microsoft.ApiManagement/service/Contoso-${i % 2}`,
      BackendUrl: row.BackendUrl || `https://${i % 3 === 0 ? 'a' : 'b'}.example/x`,
      ApiId: `api-${i % 5}`,
      Region: 'West Europe',
      CallerIpAddress: i % 4 === 0 ? '' : `10.0.0.${i % 7}`,
      OperationId: i % 2 === 0 ? hostileValues[(i / 2) % hostileValues.length]! : 'plain',
    }),
  ),
  fullRow,
];
const tables = bothTables(rows);
const said = new Map<string, readonly string[]>();

describe.each(tableChoices)('valid KQL over %s', (_, of) => {
  it.each(Object.entries(changes))('%s', (__, change) => {
    for (const plan of plansOf(change, observedRange)) {
      const query = toKql(plan, builtinCatalogue, of);
      // Many kinds share a plan, and it takes a while.
      const found = said.get(query) ?? analyse(query, tables.declared);
      said.set(query, found);
      expect(found).toEqual([]);
    }
  });
});

it.each(Object.entries(changes).filter(([title]) => /defaults|over time|newest failures$/.test(title)))(
  'valid KQL where a table is missing: %s',
  (_, change) => {
    const [plan] = plansOf(change, observedRange);
    const found = analyse(toKql(plan!, builtinCatalogue, ['resource', 'legacy']), {
      ApiManagementGatewayLogs: tables.declared.ApiManagementGatewayLogs,
    });
    expect(found.filter((line) => !line.includes('KS205'))).toEqual([]);
  },
);

const sorted = (table: readonly (readonly unknown[])[]) => table.map((row) => JSON.stringify(row)).sort();

describeWith('kqlEngine', 'the same table from both engines', (python) => {
  let logs: LogFolder;
  let source: DuckDbSource;
  let engine: KqlEngine;
  const { signal } = new AbortController();

  beforeAll(async () => {
    logs = await LogFolder.make();
    await logs.write('rows.json', rows.map((row) => JSON.stringify(recordOf(row, 'resource'))).join('\n'));
    source = logs.source('rows.json');
    engine = await tables.start(python);
  });

  afterAll(async () => {
    engine.stop();
    await logs.dispose();
  });

  it.each(Object.entries(changes))('%s', async (_, change) => {
    for (const { plan, table } of await source.answers(plansOf(change, observedRange), signal)) {
      const isBefore = plan.range.to <= observedRange.from;
      expect(table.rows.length > 0).toBe(!isBefore);
      expect(sorted(await kqlTable(engine, plan))).toEqual(sorted(table.rows));
    }
  });

  it.each(Object.entries(changes).filter(([title]) => /defaults|over time|newest failures$/.test(title)))(
    'from AzureDiagnostics too: %s',
    async (_, change) => {
      for (const { plan, table } of await source.answers(plansOf(change, observedRange), signal)) {
        expect(sorted(await kqlTable(engine, plan, ['legacy']))).toEqual(sorted(table.rows));
        // Every row is in both tables, and is counted once.
        expect(sorted(await kqlTable(engine, plan, ['resource', 'legacy']))).toEqual(sorted(table.rows));
      }
    },
  );

  it('sums of backend, client, cache and gateway make the sum of the totals, in every group', async () => {
    const [groups, whole] = plansOf({ kind: 'timing', per: 'service' }, observedRange);
    for (const { plan, table } of await source.answers([groups!, whole!], signal)) {
      const at = (row: (typeof table.rows)[number], name: string) =>
        Number(row[table.columns.findIndex((column) => column.name === name)]);
      for (const row of table.rows) {
        const parts = ['backend', 'client', 'cache', 'gateway'].map((part) => at(row, `all_${part}`));
        const totals = rows
          .filter(({ Service }) => plan === whole || Service === row[0])
          .map(({ TotalTime, GatewayPart }) => (GatewayPart === null ? 0 : (TotalTime ?? 0)));
        expect(parts.reduce((a, b) => a + b)).toBe(totals.reduce((a, b) => a + b, 0));
      }
    }
  });
});
