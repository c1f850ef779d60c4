/** Every observed row, in every form in which gateways write it, means the same in all three meanings. */
import { gzipSync } from 'node:zlib';
import { canonicalRow } from '../../src/core/log';
import {
  fullRow,
  legacyTable,
  observedRows,
  resourceTable,
  writing,
  writings,
} from '../support/gateway-records';
import { analyse } from '../support/kql-analyser';
import { KqlEngine } from '../support/kql-engine';
import { describeWith } from '../support/requirements';
import { LogFolder } from './support/log-folder';
import { classifiedQuery, inKql, inTypeScript } from './support/meanings';

jest.setTimeout(600_000);

const rows = [...observedRows.map(({ row }) => row), fullRow];
const expected = inTypeScript(rows);
const each = writings.map((one) => [one.name, one] as const);

it.each(each)('TypeScript reads: %s', (_, { record }) => {
  expect(rows.map((row) => canonicalRow(JSON.parse(JSON.stringify(record(row))) as object))).toEqual(rows);
});

describe.each(each)('DuckDB reads: %s', (_, { record }) => {
  let logs: LogFolder;
  const records = rows.map(record);
  const lines = records.map((one) => JSON.stringify(one)).join('\n');

  beforeAll(async () => {
    logs = await LogFolder.make();
  });

  afterAll(() => logs.dispose());

  it.each<[string, string, string | Uint8Array]>([
    ['lines', 'a.ndjson', lines],
    ['lines with empty ones between them', 'b.json', `${lines.replaceAll('\n', '\r\n\n')}\n`],
    ['packed lines', 'c.log.gz', gzipSync(lines)],
    ['an array', 'd.json', JSON.stringify(records)],
    ['an array over several lines', 'e.json', JSON.stringify(records, null, 2)],
    ['an envelope', 'f.json', JSON.stringify({ records })],
    ['an envelope over several lines', 'g.json', JSON.stringify({ records }, null, 2)],
    ['a packed envelope', 'h.json.gz', gzipSync(JSON.stringify({ records }, null, 2))],
    [
      'an envelope on each line',
      'i.json',
      records.map((one) => JSON.stringify({ records: [one] })).join('\n'),
    ],
  ])('%s', async (_title, name, content) => {
    await logs.write(name, content);
    expect(await logs.meaning(name)).toEqual({ rows: expected, notices: [] });
  });

  it('Parquet, with the types that its values have', async () => {
    await logs.write('typed.ndjson', lines);
    await logs.writeParquet('typed.parquet', `SELECT * FROM read_json_auto('${logs.path('typed.ndjson')}')`);
    expect(await logs.meaning('typed.parquet')).toEqual({ rows: expected, notices: [] });
  });

  it('Parquet, with texts only', async () => {
    await logs.write('text.ndjson', lines);
    const keys = Object.keys(record(fullRow));
    const types = keys.map((key) => `'${key}': 'VARCHAR'`).join(', ');
    await logs.writeParquet(
      'text.parquet',
      `SELECT * FROM read_json('${logs.path('text.ndjson')}', format = 'newline_delimited', columns = {${types}})`,
    );
    expect(await logs.meaning('text.parquet')).toEqual({ rows: expected, notices: [] });
  });
});

describeWith('kqlEngine', 'KQL reads', (python) => {
  let engine: KqlEngine;
  const resource = resourceTable(rows);
  const table = (name: string, { columns, rows: values }: typeof resource) =>
    engine.table(name, columns, values);

  beforeAll(() => {
    engine = new KqlEngine(python);
  });

  afterAll(() => engine.stop());

  it('the resource-specific table', async () => {
    await table('ApiManagementGatewayLogs', resource);
    expect(analyse(classifiedQuery(['resource']), { ApiManagementGatewayLogs: resource.columns })).toEqual(
      [],
    );
    expect(await inKql(engine, ['resource'])).toEqual(expected);
  });

  const legacies = writings.filter(({ shape }) => shape === 'legacy').map((one) => [one.name, one] as const);

  it.each(legacies)('%s', async (_, form) => {
    const legacy = legacyTable(rows, form);
    await table('AzureDiagnostics', legacy);
    expect(analyse(classifiedQuery(['legacy']), { AzureDiagnostics: legacy.columns })).toEqual([]);
    expect(await inKql(engine, ['legacy'])).toEqual(expected);
  });

  it('both tables, half of the rows in each', async () => {
    const form = writing('AzureDiagnostics, a bag');
    // In two halves of the hour they would be told for the same; so they are of different services.
    const service = (name: string) => `/subscriptions/s/resourcegroups/g/providers/p/service/${name}`;
    const halves = rows.map((row, i) => ({ ...row, _ResourceId: service(i % 2 === 0 ? 'new' : 'old') }));
    const old = legacyTable(
      halves.filter((__, i) => i % 2 === 1),
      form,
    );
    const recent = resourceTable(halves.filter((__, i) => i % 2 === 0));
    await table('AzureDiagnostics', old);
    await table('ApiManagementGatewayLogs', recent);
    const declared = { AzureDiagnostics: old.columns, ApiManagementGatewayLogs: recent.columns };
    expect(analyse(classifiedQuery(['resource', 'legacy']), declared)).toEqual([]);
    const found = await inKql(engine, ['resource', 'legacy']);
    const asMeant = halves.map((row, i) => ({ ...row, Service: i % 2 === 0 ? 'new' : 'old' }));
    expect(found).toEqual(inTypeScript(asMeant));
  });

  it.each([
    ['resource', 'ApiManagementGatewayLogs', resource],
    ['legacy', 'AzureDiagnostics', legacyTable(rows, writing('AzureDiagnostics'))],
  ] as const)('both tables, where there is only %s', async (_, name, only) => {
    await engine.table('AzureDiagnostics', [], []);
    await engine.table('ApiManagementGatewayLogs', [], []);
    await table(name, only);
    const found = analyse(classifiedQuery(['resource', 'legacy']), { [name]: only.columns });
    expect(found.filter((line) => !line.includes('KS205'))).toEqual([]);
    expect(await inKql(engine, ['resource', 'legacy'])).toEqual(expected);
  });
});
