/** Tables and log lines, as Grafana's own SDK decodes them from the built backend. */
import { describeBackend, files, writeLog } from '../support/backend-over-logs';
import { base, framesOf, MINUTE, smallLog, summary, table } from '../support/decoded-frames';
import { observedRange, recordOf } from '../support/gateway-records';
import type { PeerFrame } from '../support/grafana-peer';

jest.setTimeout(600_000);

describeBackend('tables and log lines under Grafana’s SDK', smallLog, (backend) => {
  it('gives a table of scenarios', async () => {
    const frames = await framesOf(backend, { kind: 'taxonomy' });
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

  it('gives time parts per value of a dimension', async () => {
    expect((await framesOf(backend, { kind: 'timing', per: 'api' })).map(summary)).toEqual([
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

  it('gives a table of where failures concentrate', async () => {
    const frames = await framesOf(backend, { kind: 'breakdown', by: 'api' });
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
    const frames = await framesOf(backend, { kind: 'failures', limit: 2 });
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
        CorrelationId: string
        _ResourceId: string`,
      ),
    ]);
    expect([frames[0]!.data.values[0], frames[0]!.data.values.at(-2)]).toEqual([
      [observedRange.from + 2000, observedRange.from + 1000],
      ['row-2', 'row-1'],
    ]);
  });

  it('gives the newest failures as log lines', async () => {
    const [frame] = await framesOf(backend, { kind: 'failures', format: 'logs' });
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
          'resourceId',
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
    const records = Array.from({ length: 30 }, (_, i) =>
      recordOf({ ...base, TimeGenerated: observedRange.from - 3_600_000 + i * 1000 }, 'resource'),
    );
    writeLog(backend, 'episode.ndjson', records);
    const range = { from: observedRange.from - 2 * 3_600_000, to: observedRange.from };
    const { A } = await backend.peer.query(files('episode.ndjson'), [
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
});
