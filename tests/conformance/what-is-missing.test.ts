/** Records that were written with texts for what is missing, or without the backend’s time: the same in all meanings. */
import { canonicalRow, csvRecord, rowWith, type ColumnValues } from '../../src/core/log';
import { builtinCatalogue, classify } from '../../src/core/scenarios';
import { legacyTable, observedRange, recordOf, resourceTable, writing } from '../support/gateway-records';
import { KqlEngine } from '../support/kql-engine';
import { describeWith } from '../support/requirements';
import { LogFolder } from './support/log-folder';
import { inKql } from './support/meanings';

jest.setTimeout(600_000);

const request = (id: string, values: Partial<ColumnValues>) =>
  rowWith({
    CorrelationId: id,
    TimeGenerated: observedRange.from,
    Category: 'GatewayLogs',
    ResponseCode: 200,
    ...values,
  });

const texts = ['None', 'null', '(null)', '-', 'N/A', 'none', 'None.', ''];
const written = texts.flatMap((text) => [
  request(`reason ${text}`, { LastErrorReason: text, LastErrorMessage: text, LastErrorSource: text }),
  request(`failed ${text}`, { ResponseCode: 500, LastErrorReason: text, LastErrorMessage: text }),
]);
const times = { TotalTime: 100, ClientTime: 5 };
const timed = [
  request('answered', { ...times, BackendResponseCode: 200 }),
  request('answered at once', { ...times, BackendResponseCode: 200, BackendTime: 0 }),
  request('not answered', { ...times, BackendResponseCode: 0 }),
  request('not asked', times),
];
const rows = [...written, ...timed];

const told = ({ CorrelationId, Outcome, Scenario, GatewayPart }: Readonly<Record<string, unknown>>) => [
  CorrelationId,
  Outcome,
  Scenario,
  GatewayPart,
];
const expected = rows
  .map((row) => {
    const read = canonicalRow(recordOf(row, 'resource'))!;
    const { outcome, scenario } = classify(read, builtinCatalogue);
    return [read.CorrelationId, outcome, scenario, read.GatewayPart];
  })
  .sort();

it('texts for what is missing are no errors, and the gateway is not charged with what the backend took', () =>
  expect(expected).toEqual(
    [
      ...texts.map((text) => {
        const isError = text === 'none' || text === 'None.';
        return [`reason ${text}`, isError ? 'masked' : 'succeeded', isError ? 'gateway-other' : 'none', null];
      }),
      ...texts.map((text) => {
        const isError = text === 'none' || text === 'None.';
        return [`failed ${text}`, 'failed', isError ? 'gateway-other' : 'policy-changed-status', null];
      }),
      ['answered', 'succeeded', 'none', null],
      ['answered at once', 'succeeded', 'none', 95],
      ['not answered', 'succeeded', 'none', 95],
      ['not asked', 'succeeded', 'none', 95],
    ].sort(),
  ));

describe('files', () => {
  let logs: LogFolder;
  beforeAll(async () => (logs = await LogFolder.make()));
  afterAll(() => logs.dispose());

  const meant = async (name: string) => (await logs.meaning(name)).rows.map(told).sort();

  it.each(['resource', 'legacy', 'export'] as const)('of JSON in shape %s', async (shape) => {
    await logs.write('a.ndjson', rows.map((row) => JSON.stringify(recordOf(row, shape))).join('\n'));
    expect(await meant('a.ndjson')).toEqual(expected);
  });

  it('of Parquet', async () => {
    await logs.writeParquet('a.parquet', `SELECT * FROM ${await logs.relation('rows.ndjson', rows)}`);
    expect(await meant('a.parquet')).toEqual(expected);
  });

  it('of Parquet and of CSV that lack the column of the backend’s time', async () => {
    const names = ['TimeGenerated', 'CorrelationId', 'ResponseCode', 'BackendResponseCode', 'LastErrorReason', 'LastErrorMessage', 'LastErrorSource', 'TotalTime', 'ClientTime'] as const; // prettier-ignore
    const all = await logs.relation('rows.ndjson', rows);
    await logs.writeParquet('a.parquet', `SELECT ${names.map((name) => `"${name}"`).join(', ')} FROM ${all}`);
    const cells = (row: ColumnValues) =>
      names.map((name) =>
        name === 'TimeGenerated' ? new Date(row[name] ?? 0).toISOString() : String(row[name] ?? ''),
      );
    const untimed = rows
      .map((row) => {
        const read = canonicalRow(csvRecord(names, cells(row)))!;
        const { outcome, scenario } = classify(read, builtinCatalogue);
        return [read.CorrelationId, outcome, scenario, read.GatewayPart];
      })
      .sort();
    expect(untimed).toEqual(expected.map(([id, outcome, scenario]) => [id, outcome, scenario, null]));
    expect(await meant('a.parquet')).toEqual(untimed);
  });

  it('of an answer as the az tool writes it, without the backend’s time', async () => {
    const record = { TableName: 'PrimaryResult', TimeGenerated: '2026-11-01T12:00:00Z', CorrelationId: 'az', ResponseCode: '504', BackendResponseCode: 'None', LastErrorReason: 'None', LastErrorMessage: 'None', LastErrorSource: 'None', TotalTime: '100', ClientTime: '5' }; // prettier-ignore
    await logs.write('a.json', JSON.stringify([record]));
    expect(await meant('a.json')).toEqual([['az', 'failed', 'policy-changed-status', null]]);
  });

  it('a status of which a text says that it is missing is no status that cannot be read', async () => {
    const record = { TimeGenerated: '2026-11-01T12:00:00Z', CorrelationId: 'x', ResponseCode: 'None', LastErrorReason: 'Timeout' }; // prettier-ignore
    await logs.write('a.ndjson', JSON.stringify(record));
    expect(classify(canonicalRow(record)!, builtinCatalogue).scenario).toBe('backend-timeout');
    expect(await meant('a.ndjson')).toEqual([['x', 'failed', 'backend-timeout', null]]);
  });
});

describeWith('kqlEngine', 'tables', (python) => {
  it.each(['resource', 'legacy'] as const)('of a workspace: %s', async (table) => {
    const engine = new KqlEngine(python);
    try {
      const { columns, rows: values } =
        table === 'resource' ? resourceTable(rows) : legacyTable(rows, writing('AzureDiagnostics'));
      await engine.table(
        table === 'resource' ? 'ApiManagementGatewayLogs' : 'AzureDiagnostics',
        columns,
        values,
      );
      const range = { from: observedRange.from, to: observedRange.to };
      expect((await inKql(engine, [table], undefined, range)).map(told).sort()).toEqual(expected);
    } finally {
      engine.stop();
    }
  });
});
