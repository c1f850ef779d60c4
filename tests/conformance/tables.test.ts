/** Every plan of every query gives the same table in both engines, and Microsoft's analyser has nothing to say of its KQL. */
import type { DuckDbSource } from '../../src/backend/sources/duckdb/duckdb-source';
import { rowWith, type GatewayTable } from '../../src/core/log';
import { toKql } from '../../src/core/plan';
import { builtinCatalogue } from '../../src/core/scenarios';
import {
  fullRow,
  legacyTable,
  observedRange,
  observedRows,
  recordOf,
  resourceTable,
  writing,
} from '../support/gateway-records';
import { analyse } from '../support/kql-analyser';
import { KqlEngine } from '../support/kql-engine';
import { describeWith } from '../support/requirements';
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
const [resource, legacy] = [resourceTable(rows), legacyTable(rows, writing('AzureDiagnostics, a bag'))];
const declared = { ApiManagementGatewayLogs: resource.columns, AzureDiagnostics: legacy.columns };

const both: readonly GatewayTable[] = ['resource', 'legacy'];
const choices: readonly (readonly GatewayTable[])[] = [['resource'], ['legacy'], both];
const said = new Map<string, readonly string[]>();

describe.each(choices)('valid KQL over %s %s', (...tables) => {
  it.each(Object.entries(changes))('%s', (_, change) => {
    for (const plan of plansOf(change, observedRange)) {
      const query = toKql(
        plan,
        builtinCatalogue,
        tables.filter((table) => table !== undefined),
      );
      // Many kinds share a plan, and it takes a while.
      const found = said.get(query) ?? analyse(query, declared);
      said.set(query, found);
      expect(found).toEqual([]);
    }
  });
});

it.each(Object.entries(changes).filter(([title]) => /defaults|over time|newest failures$/.test(title)))(
  'valid KQL where a table is missing: %s',
  (_, change) => {
    const [plan] = plansOf(change, observedRange);
    const found = analyse(toKql(plan!, builtinCatalogue, both), {
      ApiManagementGatewayLogs: resource.columns,
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
    engine = new KqlEngine(python);
    await engine.table('ApiManagementGatewayLogs', resource.columns, resource.rows);
    await engine.table('AzureDiagnostics', legacy.columns, legacy.rows);
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
        expect(sorted(await kqlTable(engine, plan, both))).toEqual(sorted(table.rows));
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
