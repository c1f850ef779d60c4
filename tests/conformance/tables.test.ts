/** Every plan of every query gives the same table in both engines, and Microsoft's analyser has nothing to say of its KQL. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDbSource } from '../../src/backend/sources/duckdb/duckdb-source';
import { fileRows } from '../../src/backend/sources/duckdb/files/file-rows';
import { tableColumns, toKql, type Plan } from '../../src/core/plan';
import { defaultQuery, kindOf, type Query } from '../../src/core/query';
import { builtinCatalogue } from '../../src/core/scenarios';
import { kqlColumns, kqlRow, observedRange, observedRows, recordOf } from '../support/gateway-records';
import { analyse } from '../support/kql-analyser';
import { KqlEngine } from '../support/kql-engine';
import { describeWith } from '../support/requirements';

const hostile = [
  'a"b',
  "o'c",
  'x\\',
  '"; drop',
  '| take 0',
  '// x',
  'line\nbreak',
  'tab\t',
  '日本',
  '%_',
  '\r',
];
const queries: Readonly<Record<string, Partial<Query>>> = {
  'all defaults': {},
  'steps of five minutes': { step: '5m' },
  'one window': { result: 'window' },
  'split by backend host': { splitBy: 'backendHost' },
  'split by API': { splitBy: 'api', step: '1h' },
  'split by service in a window': { splitBy: 'service', result: 'window' },
  'one host': { where: [{ dimension: 'backendHost', op: 'in', values: ['contoso.azure-api.net'] }] },
  'all but one host': {
    where: [{ dimension: 'backendHost', op: 'notIn', values: ['contoso.azure-api.net'] }],
  },
  'hostile values': {
    where: [{ dimension: 'operation', op: 'notIn', values: hostile }],
    splitBy: 'operation',
  },
  'only hostile values': {
    where: [{ dimension: 'operation', op: 'in', values: hostile }],
    splitBy: 'operation',
  },
};

/** The observed rows, some of them with values that would leave a badly quoted literal. */
const rows = observedRows.map(({ row }, i) => ({
  ...row,
  _ResourceId: `/subscriptions/s/resourceGroups/g/providers/Microsoft.ApiManagement/service/Contoso-${i % 2}`,
  OperationId: i % 3 === 0 ? hostile[(i / 3) % hostile.length]! : 'plain',
}));

const plansOf = (change: Partial<Query>): readonly Plan[] => {
  const query: Query = { ...defaultQuery, ...change };
  return kindOf(query).plans(query, {
    catalogue: builtinCatalogue,
    range: observedRange,
    maxDataPoints: 0,
    forAlert: false,
  });
};

const sorted = (table: readonly (readonly unknown[])[]) => table.map((row) => JSON.stringify(row)).sort();

it.each(Object.entries(queries))('valid KQL: %s', (_, change) => {
  for (const plan of plansOf(change)) {
    expect(analyse(toKql(plan, builtinCatalogue), { ApiManagementGatewayLogs: kqlColumns })).toEqual([]);
  }
});

describeWith('kqlEngine', 'the same table from both engines', (python) => {
  let folder: string;
  let source: DuckDbSource;
  let engine: KqlEngine;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gatewaylens-test-'));
    await writeFile(
      path.join(folder, 'rows.json'),
      rows.map((row) => JSON.stringify(recordOf(row, 'resource'))).join('\n'),
    );
    source = new DuckDbSource(await fileRows(folder, 'rows.json'), builtinCatalogue, folder);
    engine = new KqlEngine(python);
    await engine.table('ApiManagementGatewayLogs', kqlColumns, rows.map(kqlRow));
  });

  afterAll(async () => {
    engine.stop();
    await source.dispose();
    await rm(folder, { recursive: true });
  });

  it.each(Object.entries(queries))('%s', async (_, change) => {
    for (const plan of plansOf(change)) {
      const { table } = await source.answer(plan, new AbortController().signal);
      const kql = await engine.query(toKql(plan, builtinCatalogue));
      const names = tableColumns(plan).map(({ name }) => name);
      const asTable = kql.rows.map((row) =>
        names.map((name) => {
          const value = row[kql.columns.findIndex(([column]) => column === name)];
          return name === 'Bucket' ? Date.parse(String(value)) : value;
        }),
      );
      expect(table.rows.length).toBeGreaterThan(0);
      expect(sorted(asTable)).toEqual(sorted(table.rows));
    }
  });
});
