/** Series, and frames of any kind without requests, as Grafana's own SDK decodes them from the built backend. */
import { kinds } from '../../src/core/query/kinds';
import { describeBackend } from '../support/backend-over-logs';
import { framesOf, MINUTE, smallLog, summary, table } from '../support/decoded-frames';
import { observedRange } from '../support/gateway-records';

jest.setTimeout(600_000);

describeBackend('frames over time under Grafana’s SDK', smallLog, (backend) => {
  it('draws shares with nothing where there was no request', async () => {
    const [frame] = await framesOf(backend, { kind: 'scenario-series', as: 'share', step: '1m' });
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

  it('gives time parts over time, with nothing where there was no request', async () => {
    const [frame, ...others] = await framesOf(backend, { kind: 'timing', step: '1m' });
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

  it('gives connection failures over time, by host, and estimated connections', async () => {
    expect((await framesOf(backend, { kind: 'connection-failures', step: '1m' })).map(summary)).toEqual([
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

  const planned = Object.entries(kinds).flatMap(([kind, one]) => ('written' in one ? [] : [kind]));
  it.each(planned)('answers %s without any request', async (kind) => {
    const empty = { from: observedRange.from - 86_400_000, to: observedRange.from - 82_800_000 };
    for (const frame of await framesOf(backend, { kind }, empty)) {
      const lengths = new Set(frame.data.values.map(({ length }) => length));
      // Nobody can tell how old the newest request is where there is none: a rule on it says “no data”.
      expect([frame.schema.fields.length > 0, lengths.size]).toEqual(
        kind === 'freshness' ? [false, 0] : [true, 1],
      );
    }
  });
});
