/** The frames of every kind of query, as Grafana's own SDK decodes them from the built backend. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rowWith } from '../../src/core/log';
import { kinds } from '../../src/core/query/kinds';
import { builtExecutable } from '../support/built-plugin';
import { observedRange, observedRows, recordOf } from '../support/gateway-records';
import { buildPeer, GrafanaPeer, type PeerField, type PeerFrame } from '../support/grafana-peer';
import { describeWith } from '../support/requirements';

jest.setTimeout(60_000);

const MINUTE = 60_000;

/** A field in short: its name and labels, its type in Go, a question mark where it may hold nothing. */
function inShort({ name, labels = {}, type, typeInfo }: PeerField): string {
  const { owner: _, family: __, ...telling } = labels;
  const marks = Object.entries(telling).map(([key, value]) => `${key}=${value}`);
  return `${[name, ...marks].join(' ')}: ${type}${typeInfo.nullable ? '?' : ''}`;
}

const summary = ({ schema }: PeerFrame) => ({
  name: schema.name,
  type: schema.meta?.type ?? 'table',
  fields: schema.fields.map(inShort),
});

const table = (name: string, fields: string) => ({
  name,
  type: 'table',
  fields: fields.trim().split(/\s*\n\s*/),
});

/** Three failures of one scenario in the first minute of an hour, one request that succeeded in the third. */
const base = observedRows.find(({ expected }) => expected === 'backend-connect-timeout')!.row;
const rows = [0, 1, 2].map((i) => ({
  ...base,
  TimeGenerated: observedRange.from + i * 1000,
  CorrelationId: `row-${i}`,
}));
const succeeded = rowWith({
  ...base,
  TimeGenerated: observedRange.from + 2 * MINUTE,
  CorrelationId: 'row-3',
  ResponseCode: 200,
  BackendResponseCode: 200,
  IsRequestSuccess: true,
  LastErrorSource: '',
  LastErrorReason: '',
  LastErrorMessage: '',
  LastErrorSection: '',
  LastErrorElapsed: null,
  Errors: '',
  TotalTime: 100,
  BackendTime: 60,
});

describeWith('go', 'frames under Grafana’s SDK', () => {
  let folder: string;
  let peer: GrafanaPeer;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'gatewaylens-test-'));
    const lines = [...rows, succeeded].map((row) => JSON.stringify(recordOf(row, 'resource')));
    writeFileSync(path.join(folder, 'rows.ndjson'), lines.join('\n'));
    peer = new GrafanaPeer(buildPeer(), builtExecutable(), { GF_PLUGIN_FILES_FOLDER: folder });
  }, 600_000);

  afterAll(async () => {
    await peer.stop();
    rmSync(folder, { recursive: true });
  });

  async function framesOf(
    json: object,
    range = { from: observedRange.from, to: observedRange.from + 3 * MINUTE },
  ) {
    const source = { uid: 'files', updated: 1, jsonData: { source: 'files', path: '' } };
    const { A } = await peer.query(source, [{ refId: 'A', ...range, json }]);
    expect([A!.error, A!.status]).toEqual(['', 200]);
    return A!.frames as readonly PeerFrame[];
  }

  it('draws shares with nothing where there was no request', async () => {
    const [frame] = await framesOf({ kind: 'scenario-series', as: 'share', step: '1m' });
    expect(summary(frame!)).toEqual({
      name: 'failures',
      type: 'timeseries-wide',
      fields: [
        'time: time',
        'share scenario=backend-connect-timeout: number?',
        'share scenario=unclassified: number?',
      ],
    });
    expect(frame!.data.values).toEqual([
      [0, 1, 2].map((i) => observedRange.from + i * MINUTE),
      [1, null, 0],
      [0, null, 0],
    ]);
  });

  it('gives a table of scenarios', async () => {
    const frames = await framesOf({ kind: 'taxonomy' });
    expect(frames.map(summary)).toEqual([
      table(
        'taxonomy',
        `scenario: string
        title: string
        family: string
        owner: string
        count: number?
        share: number?
        shareOfRequests: number?
        previous: number?
        trend: number?
        firstSeen: time
        lastSeen: time
        where: string
        whereShare: number?
        callers: number?
        sure: number?
        fix: string
        sampleId: string
        sampleMessage: string`,
      ),
    ]);
    const [{ schema, data }] = frames as [PeerFrame];
    const row = Object.fromEntries(schema.fields.map(({ name }, i) => [name, data.values[i]]));
    expect(row).toMatchObject({
      scenario: ['backend-connect-timeout'],
      count: [3],
      share: [1],
      shareOfRequests: [0.75],
      previous: [null],
      trend: [null],
      firstSeen: [observedRange.from],
      lastSeen: [observedRange.from + 2000],
      sampleId: ['row-2'],
    });
  });

  it('gives time parts over time, with nothing where there was no request', async () => {
    const [frame, ...others] = await framesOf({ kind: 'timing', step: '1m' });
    const parts = ['mean', 'mean', 'mean', 'mean', 'p50', 'p95', 'p99'];
    const marks = ['backend', 'client', 'cache', 'gateway'];
    expect([others, summary(frame!)]).toEqual([
      [],
      {
        name: 'timing',
        type: 'timeseries-wide',
        fields: [
          'time: time',
          ...['all', 'slowest5', 'slowest1'].flatMap((among) =>
            parts.map((name, i) => `${name} among=${among}${i < 4 ? ` part=${marks[i]}` : ''}: number?`),
          ),
        ],
      },
    ]);
    expect(frame!.data.values[1]).toEqual([null, null, 60]);
  });

  it('gives time parts per value of a dimension', async () => {
    expect((await framesOf({ kind: 'timing', per: 'api' })).map(summary)).toEqual([
      table(
        'timing',
        `service: string
        api: string
        among: string
        requests: number?
        backend: number?
        client: number?
        cache: number?
        gateway: number?
        total: number?
        p50: number?
        p95: number?
        p99: number?`,
      ),
    ]);
  });

  it('gives connection failures over time, by host, and estimated connections', async () => {
    expect((await framesOf({ kind: 'connection-failures', step: '1m' })).map(summary)).toEqual([
      {
        name: 'connection-failures',
        type: 'timeseries-wide',
        fields: ['time: time', 'count scenario=backend-connect-timeout: number?'],
      },
      table(
        'backend-hosts',
        `host: string
        scenario: string
        title: string
        count: number?
        calls: number?
        share: number?
        typicalMs: number?
        atConnectWall: number?
        atIdleWall: number?
        lastSeen: number?
        sampleId: string
        sampleMessage: string`,
      ),
      table(
        'backend-connections',
        `service: string
        region: string
        host: string
        calls: number?
        connectionsFrom: number?
        connectionsTo: number?
        limit: number?`,
      ),
    ]);
  });

  it('gives a table of where failures concentrate', async () => {
    const frames = await framesOf({ kind: 'breakdown', by: 'api' });
    expect(frames.map(summary)).toEqual([
      table(
        'breakdown',
        `service: string
        api: string
        failures: number?
        calls: number?
        failureRate: number?
        share: number?
        traffic: number?
        lift: number?`,
      ),
    ]);
    expect(frames[0]!.data.values.slice(2)).toEqual([[3], [4], [0.75], [1], [1], [1]]);
  });

  it('gives the newest failures as a table', async () => {
    const frames = await framesOf({ kind: 'failures', limit: 2 });
    expect(frames.map(summary)).toEqual([
      table(
        'failures',
        `TimeGenerated: time
        title: string
        Scenario: string
        Outcome: string
        Confidence: string
        Basis: string
        Service: string
        Region: string
        ApiId: string
        OperationId: string
        Method: string
        UrlPath: string
        ResponseCode: number?
        BackendResponseCode: number?
        BackendHost: string
        TotalTime: number?
        BackendTime: number?
        LastErrorSource: string
        LastErrorReason: string
        LastErrorMessage: string
        FirstErrorReason: string
        CorrelationId: string`,
      ),
    ]);
    expect([frames[0]!.data.values[0], frames[0]!.data.values.at(-1)]).toEqual([
      [observedRange.from + 2000, observedRange.from + 1000],
      ['row-2', 'row-1'],
    ]);
  });

  it('gives the newest failures as log lines', async () => {
    const [frame] = await framesOf({ kind: 'failures', format: 'logs' });
    expect(summary(frame!)).toEqual({
      name: 'failures',
      type: 'log-lines',
      fields: [
        'timestamp: time',
        ...[
          'body',
          'severity',
          'id',
          'scenario',
          'meaning',
          'whatToDo',
          'service',
          'region',
          'api',
          'operation',
          'backendHost',
          'errorSource',
        ].map((name) => `${name}: string`),
      ],
    });
    expect(frame!.schema.meta).toMatchObject({ typeVersion: [0, 0], preferredVisualisationType: 'logs' });
    expect(frame!.data.values.slice(2, 5)).toEqual([
      ['error', 'error', 'error'],
      ['row-2', 'row-1', 'row-0'],
      ['backend-connect-timeout', 'backend-connect-timeout', 'backend-connect-timeout'],
    ]);
  });

  it('gives episodes with yes and no', async () => {
    const lines = Array.from({ length: 30 }, (_, i) =>
      JSON.stringify(
        recordOf({ ...base, TimeGenerated: observedRange.from - 3_600_000 + i * 1000 }, 'resource'),
      ),
    );
    writeFileSync(path.join(folder, 'episode.ndjson'), lines.join('\n'));
    const source = { uid: 'episode', updated: 1, jsonData: { source: 'files', path: 'episode.ndjson' } };
    const range = { from: observedRange.from - 2 * 3_600_000, to: observedRange.from };
    const { A } = await peer.query(source, [
      { refId: 'A', ...range, json: { kind: 'episodes', step: '1m' } },
    ]);
    const frames = A!.frames as readonly PeerFrame[];
    expect(frames.map(summary)).toEqual([
      table(
        'episodes',
        `time: time
        timeEnd: time
        title: string
        text: string
        tags: string
        id: string
        scenario: string
        count: number?
        peak: number?
        ongoing: boolean`,
      ),
    ]);
    const [values] = frames.map(({ data }) => data.values);
    expect([values![0], values![1], values!.slice(6)]).toEqual([
      [observedRange.from - 3_600_000],
      [observedRange.from - 3_600_000 + MINUTE],
      [['backend-connect-timeout'], [30], [30], [false]],
    ]);
  });

  it.each(Object.keys(kinds))('answers %s without any request', async (kind) => {
    const empty = { from: observedRange.from - 86_400_000, to: observedRange.from - 82_800_000 };
    for (const frame of await framesOf({ kind }, empty)) {
      const lengths = new Set(frame.data.values.map(({ length }) => length));
      expect([frame.schema.fields.length > 0, lengths.size]).toEqual([true, 1]);
    }
  });
});
