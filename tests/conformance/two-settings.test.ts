/**
 * A service with two diagnostic settings logs every request in both tables. Rows of AzureDiagnostics are left out for
 * each service and hour in which the newer table has rows of that service.
 */
import { rowWith, type CanonicalRow } from '../../src/core/log';
import { legacyTable, recordOf, resourceTable, writing } from '../support/gateway-records';
import { KqlEngine } from '../support/kql-engine';
import { describeWith } from '../support/requirements';
import { LogFolder } from './support/log-folder';
import { inDuckDb, inKql } from './support/meanings';

jest.setTimeout(600_000);

const at = (time: string) => Date.parse(`2026-11-01T${time}Z`);
const service = (name: string) =>
  `/subscriptions/s/resourcegroups/g/providers/microsoft.apimanagement/service/${name}`;
const request = (id: string, time: string, resourceId: string): CanonicalRow =>
  rowWith({
    CorrelationId: id,
    TimeGenerated: at(time),
    _ResourceId: resourceId,
    Category: 'GatewayLogs',
    ResponseCode: 200,
  });

const newer = [
  request('both', '12:10:00', service('east')),
  request('newer only', '12:20:00', service('east')),
  request('another hour', '14:59:59.999', service('north')),
];
const legacy = [
  request('both', '12:10:00', service('east')),
  request('first moment of the hour', '12:00:00', service('east')),
  request('last moment of the hour', '12:59:59.999', service('east').toUpperCase()),
  request('hour before', '11:59:59.999', service('east')),
  request('hour after', '13:00:00', service('east')),
  request('another service', '12:10:00', service('west')),
  request('another hour of a third', '13:30:00', service('north')),
  request('no service', '12:10:00', ''),
];

const ranges = {
  'some hours': {
    range: { from: at('11:00:00'), to: at('15:00:00') },
    expected: [
      'another hour',
      'another hour of a third',
      'another service',
      'both',
      'hour after',
      'hour before',
      'newer only',
      'no service',
    ],
  },
  'a part of an hour, in which the newer table has no rows': {
    range: { from: at('12:30:00'), to: at('13:30:00') },
    expected: ['hour after'],
  },
};

const ids = (rows: readonly Readonly<Record<string, unknown>>[]) =>
  rows.map(({ CorrelationId }) => CorrelationId);

describe.each(Object.entries(ranges))('%s', (_, { range, expected }) => {
  it('files', async () => {
    const logs = await LogFolder.make();
    const lines = (rows: readonly CanonicalRow[], shape: 'resource' | 'legacy') =>
      rows.map((row) => JSON.stringify(recordOf(row, shape))).join('\n');
    await logs.write('newer.ndjson', lines(newer, 'resource'));
    await logs.write('legacy.ndjson', lines(legacy, 'legacy'));
    const { signal } = new AbortController();
    const { sql } = await logs.rows('').relation(range, logs.engine, signal);
    expect(ids(await inDuckDb(logs.engine, sql, undefined, range))).toEqual(expected);
    await logs.dispose();
  });

  describeWith('kqlEngine', 'tables', (python) => {
    it('of a workspace', async () => {
      const engine = new KqlEngine(python);
      const tables = {
        ApiManagementGatewayLogs: resourceTable(newer),
        AzureDiagnostics: legacyTable(legacy, writing('AzureDiagnostics')),
      };
      try {
        for (const [name, { columns, rows }] of Object.entries(tables)) {
          await engine.table(name, columns, rows);
        }
        expect(ids(await inKql(engine, ['resource', 'legacy'], undefined, range))).toEqual(expected);
      } finally {
        engine.stop();
      }
    });
  });
});
