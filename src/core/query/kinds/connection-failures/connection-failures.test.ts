import { builtinCatalogue } from '../../../scenarios';
import {
  context,
  fieldsOf,
  framesOf,
  linesOf,
  MINUTE,
  start,
  type Rows,
} from '../../../../../tests/support/answers';
import type { ConnectionFailuresQuery } from './query';

const at = (minute: number) => start + minute * MINUTE;
const connections = (
  change: Partial<ConnectionFailuresQuery>,
  tables: readonly Rows[],
  range = context.range,
) => framesOf({ kind: 'connection-failures', step: '1m', ...change }, tables, { ...context, range });

const series: Rows = [
  [at(0), 'backend-dns-failure', 2],
  [at(2), 'backend-dns-failure', 1],
  [at(1), 'backend-connect-timeout', 6],
];
const matrix: Rows = [
  ['b.example', 'backend-dns-failure', 2, 12, 30, 0, 0, at(0), 'd', 'no name'],
  ['a.example', 'backend-connect-timeout', 6, 21_000, 21_040, 6, 0, at(1), 'c', 'no connection'],
  ['', 'backend-dns-failure', 1, null, 40, 0, 1, at(2), 'e', ''],
];
const calls: Rows = [['a.example', 60], ['b.example', 2], ['', 100]]; // prettier-ignore
/** A minute in which requests took 120 s in all: two at once on the average. */
const concurrency: Rows = [
  [at(0), 'east', 'West Europe', 'a.example', 30, 30, 120_000],
  [at(1), 'east', 'West Europe', 'a.example', 30, 20, 540_000],
  [at(0), 'east', 'West Europe', 'b.example', 2, 0, 0],
  [at(0), 'west', '', 'c.example', 5, 5, 5],
];
const all: Rows = [['failed', 9], ['succeeded', 153]]; // prettier-ignore

it('draws types over time, in the order of the catalogue', () => {
  const [lines] = connections({}, [series, matrix, calls, concurrency, all]);
  expect(linesOf(lines!)).toEqual([
    [
      'Unresolved backend name',
      { scenario: 'backend-dns-failure', family: 'backend-connection', owner: 'network' },
      [2, 0, 1],
    ],
    [
      'No connection to the backend',
      { scenario: 'backend-connect-timeout', family: 'backend-connection', owner: 'network' },
      [0, 6, 0],
    ],
  ]);
  const { custom, ...meta } = lines!.meta;
  expect(meta).toEqual({
    type: 'timeseries-wide',
    typeVersion: [0, 1],
    preferredVisualisationType: 'graph',
    notices: [],
  });
  expect(custom).toMatchObject({
    kind: 'connection-failures',
    catalogueVersion: builtinCatalogue.version,
    totals: { failed: 9, masked: 0, succeeded: 153 },
    concurrencyStepMs: MINUTE,
    stepMs: MINUTE,
    incomplete: [],
    episodes: [{ scenario: 'backend-connect-timeout', from: at(1), to: at(2), count: 6 }],
    scenarios: { 'backend-dns-failure': {}, 'backend-connect-timeout': {} },
  });
});

it('calls the typical duration an estimate where the log store estimates it', () => {
  const tables = [series, matrix, calls, concurrency, all];
  const [, hosts] = framesOf({ kind: 'connection-failures', step: '1m' }, tables, context, true);
  const { config } = hosts!.fields.find(({ name }) => name === 'typicalMs')!;
  expect(config).toMatchObject({
    displayNameFromDS: 'Typical duration (estimate)',
    description: expect.stringMatching(/^An estimate of the log store/) as string,
  });
});

it('lists hosts by type with the evidence, the most failures first', () => {
  const [, hosts] = connections({}, [series, matrix, calls, concurrency, all]);
  expect(fieldsOf(hosts!)).toEqual([
    ['host', 'string', 'Backend host', ['a.example', 'b.example', '']],
    ['scenario', 'string', 'Id', ['backend-connect-timeout', 'backend-dns-failure', 'backend-dns-failure']],
    ['title', 'string', 'Type', ['No connection to the backend', 'Unresolved backend name', 'Unresolved backend name']],
    ['count', 'number', 'Failures', 'short', [6, 2, 1]],
    ['calls', 'number', 'Calls to the host', 'short', [60, 2, null]],
    ['share', 'number', 'Share of its calls', 'percentunit', [0.1, 1, null]],
    ['typicalMs', 'number', 'Typical duration', 'ms', [21_000, 12, 40]],
    ['atConnectWall', 'number', 'Near 21 s', 'short', [6, 0, 0]],
    ['atIdleWall', 'number', 'Near 240 s', 'short', [0, 0, 1]],
    ['lastSeen', 'number', 'Last seen', 'dateTimeAsIso', [at(1), at(0), at(2)]],
    ['sampleId', 'string', 'Correlation id of the newest', ['c', 'd', 'e']],
    ['sampleMessage', 'string', 'Its message', ['no connection', 'no name', '']],
  ]); // prettier-ignore
  expect(hosts!.meta).toEqual({ preferredVisualisationType: 'table', notices: [] });
});

it('estimates connections of the hosts that are shown, none where too few calls carry a time', () => {
  const [, , estimates] = connections({}, [series, matrix, calls, concurrency, all]);
  expect(fieldsOf(estimates!)).toEqual([
    ['service', 'string', 'Service', ['east', 'east']],
    ['region', 'string', 'Gateway region', ['West Europe', 'West Europe']],
    ['host', 'string', 'Backend host', ['a.example', 'b.example']],
    ['calls', 'number', 'Calls', 'short', [60, 2]],
    ['connectionsFrom', 'number', 'Connections at least', 'short', [9, null]],
    ['connectionsTo', 'number', 'Connections at most', 'short', [15, null]],
    ['limit', 'number', 'Limit', 'short', [null, null]],
  ]);
});

it('holds the estimates against the limits that the settings tell', () => {
  const services = [{ service: 'east', tier: 'premium', units: 2 }] as const;
  const tables = [series, matrix, calls, concurrency, all];
  const [, , estimates] = framesOf({ kind: 'connection-failures' }, tables, { ...context, services });
  expect(fieldsOf(estimates!).at(-1)).toEqual(['limit', 'number', 'Limit', 'short', [4096, 4096]]);
});

it('leaves out a bucket of which less than half is covered', () => {
  const range = { from: at(0) + 40_000, to: at(2) };
  const [, , estimates] = connections(
    {},
    [
      [],
      [['a.example', 'backend-connect-timeout', 1, null, null, 0, 0, null, '', '']],
      [],
      [
        [at(0), 'east', '', 'a.example', 10, 10, 900_000],
        [at(1), 'east', '', 'a.example', 10, 10, 60_000],
      ],
      all,
    ],
    range,
  );
  expect(fieldsOf(estimates!).slice(4)).toEqual([
    ['connectionsFrom', 'number', 'Connections at least', 'short', [1]],
    ['connectionsTo', 'number', 'Connections at most', 'short', [3]],
    ['limit', 'number', 'Limit', 'short', [null]],
  ]);
});

it('shows the hosts with the most failures, and says how many rows it does not', () => {
  const [, hosts] = connections({ top: 1 }, [series, matrix, calls, concurrency, all]);
  expect(hosts!.fields[0]!.values).toEqual(['a.example']);
  expect(hosts!.meta.notices).toEqual([
    { severity: 'info', text: 'Not shown: 2 rows of hosts with fewer failures.' },
  ]);
});

it('is empty without any request, and says so', () => {
  const frames = connections({}, [[], [], [], [], []]);
  expect(frames.map(({ fields }) => fields.map(({ values }) => values.length))).toEqual([
    [3],
    new Array(12).fill(0),
    new Array(7).fill(0),
  ]);
  expect(frames[0]!.meta.notices).toEqual([
    { severity: 'warning', text: 'No requests at all were found in this range with these filters.' },
  ]);
});
