/** Seventeen requests, of which every kind of query must say what was counted by hand; in both engines. */
import { gzipSync } from 'node:zlib';
import { rowWith, type ColumnValues } from '../../src/core/log';
import { kindOf } from '../../src/core/query/kinds';
import { tableColumns, type Answer, type Plan, type TimeRange } from '../../src/core/plan';
import { observedRange, recordOf, resourceTable } from '../support/gateway-records';
import { KqlEngine } from '../support/kql-engine';
import { describeWith } from '../support/requirements';
import { kqlTable } from './support/kql-tables';
import { LogFolder } from './support/log-folder';
import { contextOf, queryOf, type Change } from './support/queries';

jest.setTimeout(600_000);

const noon = observedRange.from;
const minute = (number: number) => noon + number * 60_000;
const service = (name: string) =>
  `/subscriptions/s/resourcegroups/g/providers/microsoft.apimanagement/service/${name}`;
const request = (at: number, id: string, values: Partial<ColumnValues>) =>
  rowWith({
    TimeGenerated: minute(at),
    CorrelationId: id,
    Category: 'GatewayLogs',
    Region: 'Japan East',
    ...values,
  });

const east = { _ResourceId: service('East'), ApiId: 'orders' };
const west = { _ResourceId: service('west'), ApiId: 'orders' };
const rows = [
  ...Array.from({ length: 10 }, (_, i) =>
    request(i, `ok-${i}`, {
      ...east, ResponseCode: 200, BackendResponseCode: 200, IsRequestSuccess: true, BackendUrl: 'https://a.example/x',
      TotalTime: 100 * (i + 1), BackendTime: 60 * (i + 1), ClientTime: 10 * (i + 1), CallerIpAddress: '10.0.0.1',
    })),
  ...[10, 11, 12].map((at) =>
    request(at, `dns-${at}`, {
      ...east, ResponseCode: 500, LastErrorReason: 'BackendConnectionFailure', TotalTime: 50, ClientTime: 0,
      LastErrorMessage: `The remote name could not be resolved: 'b.example'`, BackendUrl: 'https://B.example:443/x',
      CallerIpAddress: at === 12 ? '10.0.0.2' : '10.0.0.1',
    })),
  ...[20, 21].map((at) =>
    request(at, `connect-${at}`, {
      ...west, ResponseCode: 500, LastErrorReason: 'BackendConnectionFailure', BackendUrl: 'https://a.example/x',
      LastErrorMessage: 'Unable to connect to the remote server', LastErrorElapsed: 21_000, TotalTime: 21_040,
      BackendTime: 21_030,
    })),
  request(30, 'masked', {
    ...west, ApiId: 'stock', ResponseCode: 200, LastErrorReason: 'Timeout', TotalTime: 10_000, BackendTime: 12_000,
  }),
  request(40, 'unknown', { ...west, ApiId: 'stock', ResponseCode: 500, LastErrorMessage: 'whatever', Url: 'https://w/x?key=1' }),
]; // prettier-ignore

/** Values of fields by frame and name. */
type Numbers = Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>;

const expectations: Readonly<Record<string, readonly [Change, Numbers]>> = {
  'series by scenario': [
    { kind: 'scenario-series', step: '30m', outcomes: ['failed', 'masked'] },
    {
      failures: {
        time: [noon, minute(30)],
        'backend-dns-failure': [3, 0],
        'backend-connect-timeout': [2, 0],
        'backend-timeout': [0, 1],
        unclassified: [0, 1],
      },
    },
  ],
  'shares of a window by service': [
    { kind: 'scenario-series', result: 'window', as: 'share', splitBy: 'service', scenarios: ['backend-dns-failure'] },
    { failures: { 'backend-dns-failure east': [3 / 13], 'backend-dns-failure west': [0] } },
  ],
  taxonomy: [
    { kind: 'taxonomy' },
    {
      taxonomy: {
        scenario: ['backend-dns-failure', 'backend-connect-timeout', 'unclassified'],
        count: [3, 2, 1],
        share: [1 / 2, 1 / 3, 1 / 6],
        shareOfRequests: [3 / 17, 2 / 17, 1 / 17],
        previous: [null, null, null],
        firstSeen: [minute(10), minute(20), minute(40)],
        lastSeen: [minute(12), minute(21), minute(40)],
        where: ['east · orders · b.example', 'west · orders · a.example', 'west · stock'],
        callers: [2, 0, 0],
        sure: [1, 1, 0],
        sampleId: ['dns-12', 'connect-21', 'unknown'],
      },
    },
  ],
  // The time of three requests that did not reach their backend is not told apart.
  timing: [
    { kind: 'timing', per: 'service' },
    {
      timing: {
        service: ['west', 'west', 'west', 'east', 'east', 'east'],
        requests: [3, 2, 2, 10, 0, 0],
        backend: [52_060 / 3, 21_030, 21_030, 330, null, null],
        client: [0, 0, 0, 55, null, null],
        gateway: [20 / 3, 10, 10, 165, null, null],
        total: [52_080 / 3, 21_040, 21_040, 550, null, null],
        p50: [21_040, 21_040, 21_040, 500, null, null],
      },
    },
  ],
  'connection failures': [
    { kind: 'connection-failures' },
    {
      'backend-hosts': {
        host: ['b.example', 'a.example'],
        scenario: ['backend-dns-failure', 'backend-connect-timeout'],
        count: [3, 2],
        calls: [3, 12],
        typicalMs: [50, 21_000],
        atConnectWall: [0, 2],
        atIdleWall: [0, 0],
      },
      'backend-connections': {
        service: ['west', 'east', 'east'],
        host: ['a.example', 'a.example', 'b.example'],
        calls: [2, 10, 3],
        connectionsFrom: [0, 0, null],
        connectionsTo: [2, 1, null],
      },
    },
  ],
  breakdown: [
    { kind: 'breakdown' },
    {
      breakdown: {
        service: ['east', 'west', 'west'],
        api: ['orders', 'orders', 'stock'],
        failures: [3, 2, 1],
        calls: [13, 2, 2],
        lift: [3 / 6 / (13 / 17), 2 / 6 / (2 / 17), 1 / 6 / (2 / 17)],
      },
    },
  ],
  'newest failures': [
    { kind: 'failures', limit: 3 },
    {
      failures: {
        CorrelationId: ['unknown', 'connect-21', 'connect-20'],
        UrlPath: ['https://w/x', '', ''],
        Scenario: ['unclassified', 'backend-connect-timeout', 'backend-connect-timeout'],
        BackendHost: ['', 'a.example', 'a.example'],
        TotalTime: [null, 21_040, 21_040],
      },
    },
  ],
  'other APIs': [
    { kind: 'breakdown', by: 'errorReason', where: [{ dimension: 'api', op: 'notIn', values: ['orders'] }], outcomes: ['failed', 'masked'] },
    { breakdown: { errorReason: ['', 'Timeout'], failures: [1, 1], calls: [1, 1] } },
  ],
}; // prettier-ignore

/** What was expected of these frames, found in them. */
async function found(
  change: Change,
  answer: (plans: readonly Plan[]) => Promise<readonly Answer[]>,
  expected: Numbers,
): Promise<Numbers> {
  const query = queryOf(change);
  const context = contextOf(observedRange);
  const kind = kindOf(query);
  const answers = await answer(kind.plans(query, context));
  return Object.fromEntries(
    kind
      .frames(query, context, answers)
      .filter(({ name }) => expected[name])
      .map(({ name, fields }) => {
        const named = fields.map(({ name: field, labels, values }) => {
          const line = [labels?.scenario, labels?.service].filter((part) => part !== undefined).join(' ');
          return [line || field, values] as const;
        });
        const wanted = named.filter(
          ([field]) => change.kind === 'scenario-series' || expected[name]?.[field],
        );
        return [name, Object.fromEntries(wanted)];
      }),
  );
}

const { signal } = new AbortController();

/** Counts of the buckets in which there are any, by their start. */
async function buckets(
  change: Change,
  range: TimeRange,
  answer: (plans: readonly Plan[]) => Promise<readonly Answer[]>,
): Promise<Readonly<Record<string, number | undefined>>> {
  const query = queryOf(change);
  const context = contextOf(range);
  const [frame] = kindOf(query).frames(query, context, await answer(kindOf(query).plans(query, context)));
  const [time, count] = frame!.fields.map(({ values }) => values as readonly number[]);
  return Object.fromEntries(
    time!.flatMap((start, i) => (count![i] === 0 ? [] : [[new Date(start).toISOString(), count![i]]])),
  );
}

/** So long that its steps have several days. */
const centuries = { from: Date.UTC(1900, 0, 1), to: Date.UTC(2100, 0, 1) };
const dnsFailures: Change = { kind: 'scenario-series', scenarios: ['backend-dns-failure'] };
const inCenturies = { '2026-10-19T00:00:00.000Z': 3 };

describe('DuckDB', () => {
  let logs: LogFolder;

  beforeAll(async () => {
    logs = await LogFolder.make();
    const lines = rows.map((row) => JSON.stringify(recordOf(row, 'export')));
    await logs.write('a.ndjson', lines.slice(0, 9).join('\n'));
    await logs.write('b.json.gz', gzipSync(`{"records":[${lines.slice(9).join()}]}`));
  });

  afterAll(() => logs.dispose());

  it.each(Object.entries(expectations))('%s', async (_, [change, expected]) => {
    const source = logs.source('');
    expect(await found(change, (plans) => source.answers(plans, signal), expected)).toEqual(expected);
  });

  it('finds the bucket of a request before 1970, and one of several days', async () => {
    const early = {
      ...rows.find(({ CorrelationId }) => CorrelationId === 'dns-10')!,
      TimeGenerated: -30_000,
    };
    await logs.write('early.part', JSON.stringify(recordOf(early, 'export')));
    const answer = (folder: string) => (plans: readonly Plan[]) => logs.source(folder).answers(plans, signal);
    expect(
      await buckets({ ...dnsFailures, step: '1m' }, { from: -120_000, to: 0 }, answer('early.part')),
    ).toEqual({ '1969-12-31T23:59:00.000Z': 1 });
    expect(await buckets(dnsFailures, centuries, answer(''))).toEqual(inCenturies);
  });

  it('more groups than are allowed are an error, never a cut', async () => {
    const { kind, ...rest } = queryOf({ kind: 'breakdown' });
    const [plan] = kindOf({ kind }).plans({ kind, ...rest } as never, contextOf(observedRange));
    const answer = (limit: number) => logs.source('').answers([{ ...plan!, limit }], signal);
    expect((await answer(3))[0]?.table.rows).toHaveLength(3);
    await expect(answer(2)).rejects.toMatchObject({
      code: 'too-many-groups',
      message: 'The query gives more than 2 groups.',
    });
  });
});

describeWith('kqlEngine', 'KQL', (python) => {
  let engine: KqlEngine;
  const answer = async (plan: Plan): Promise<Answer> => ({
    plan,
    range: plan.range,
    table: { columns: tableColumns(plan), rows: await kqlTable(engine, plan) },
  });
  const answers = (plans: readonly Plan[]) => Promise.all(plans.map(answer));

  beforeAll(async () => {
    engine = new KqlEngine(python);
    const { columns, rows: values } = resourceTable(rows);
    await engine.table('ApiManagementGatewayLogs', columns, values);
  });

  afterAll(() => engine.stop());

  it.each(Object.entries(expectations))('%s', async (_, [change, expected]) => {
    expect(await found(change, answers, expected)).toEqual(expected);
  });

  it('finds the bucket of several days', async () => {
    expect(await buckets(dnsFailures, centuries, answers)).toEqual(inCenturies);
  });
});
