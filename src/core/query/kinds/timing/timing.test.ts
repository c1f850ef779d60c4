import {
  context,
  fieldsOf,
  framesOf,
  linesOf,
  MINUTE,
  start,
  type Rows,
} from '../../../../../tests/support/answers';
import { rowDimensions } from '../../../plan';
import { completeQuery } from '../../complete';
import { kinds } from '..';
import type { TimingQuery } from './query';

const timing = (change: Partial<TimingQuery>, tables: readonly Rows[]) =>
  framesOf({ kind: 'timing', step: '1m', ...change }, tables)[0]!;

/** Requests; sums of backend, client, cache and gateway; three percentiles of the total. */
const all = [10, 600, 200, 100, 100, 90, 190, 200];
const slowest = [2, 300, 40, 0, 50, 190, 200, 200];
const none = [0, 0, 0, 0, 0, null, null, null];
/** At each wall and around it. */
const atWalls = [0, 0, 4, 0, 5, 0, 9, 4, 9, 5, 0, 90];
const whole: Rows = [[...all, ...slowest, ...none, 3, 1, 2, ...atWalls]];
const at = (minute: number) => start + minute * MINUTE;

const custom = {
  kind: 'timing',
  summary: {
    all: { requests: 10, backend: 60, client: 20, cache: 10, gateway: 10, total: 100 },
    slowest5: { requests: 2, backend: 150, client: 20, cache: 0, gateway: 25, total: 195 },
    slowest1: { requests: 0, backend: null, client: null, cache: null, gateway: null, total: null },
  },
  withoutTotal: 1,
  withoutParts: 2,
  clamped: 3,
  walls: [
    [21_000, 0, false],
    [30_000, 4, false],
    [100_000, 5, true],
    [230_000, 9, true],
    [240_000, 9, false],
    [300_000, 0, false],
  ].map(([ms, near, clusters]) => ({
    ms,
    near,
    clusters,
    title: expect.any(String) as string,
    suggests: expect.any(String) as string,
  })),
};
const leftOut = [
  { severity: 'info', text: 'Left out, because they have no total time: 1 of the requests.' },
  {
    severity: 'info',
    text: 'Left out, because they have a total time, but none of its parts (that of the backend, where one was asked): 2 of the requests.',
  },
  { severity: 'info', text: 'Cut to fit, because a part was longer than the total: 3 of the requests.' },
];

it('gives means that add up and percentiles for every group of requests, null where there was none', () => {
  const frame = timing({}, [[[at(1), ...all, ...slowest, ...none]], whole]);
  const unknown = [null, null, null];
  const lines = (among: string, title: string, values: readonly (number | null)[]) => [
    ...['backend', 'client', 'cache', 'gateway'].map((part, i) => [
      `${title}: ${part}`,
      { among, part },
      values[i] === null ? unknown : [null, values[i], null],
    ]),
    ...['p50', 'p95', 'p99'].map((name, i) => [
      `${title}: ${name}`,
      { among },
      values[4 + i] === null ? unknown : [null, values[4 + i], null],
    ]),
  ];
  expect(frame.fields[0]).toEqual({ name: 'time', type: 'time', values: [at(0), at(1), at(2)] });
  expect(linesOf(frame)).toEqual([
    ...lines('all', 'All requests', [60, 20, 10, 10, 90, 190, 200]),
    ...lines('slowest5', 'Slowest 5 %', [150, 20, 0, 25, 190, 200, 200]),
    ...lines('slowest1', 'Slowest 1 %', [null, null, null, null, null, null, null]),
  ]);
  expect(new Set(frame.fields.slice(1).map(({ config }) => config?.unit))).toEqual(new Set(['ms']));
  expect(frame.meta).toEqual({
    type: 'timeseries-wide',
    typeVersion: [0, 1],
    preferredVisualisationType: 'graph',
    notices: leftOut,
    custom,
  });
});

it('lists the slowest values of a dimension first, three rows each', () => {
  const quick = [1, 5, 0, 0, 0, 5, 5, 5];
  const untimed = none;
  const frame = timing({ per: 'api', top: 2 }, [
    [
      ['east', 'quick', ...quick, ...none, ...none],
      ['east', 'untimed', ...untimed, ...none, ...none],
      ['west', 'slow', ...all, ...slowest, ...none],
      ['west', 'quicker', 1, 4, 0, 0, 0, 4, 4, 4, ...none, ...none],
    ],
    whole,
  ]);
  expect(fieldsOf(frame)).toEqual([
    ['service', 'string', 'Service', ['west', 'west', 'west', 'east', 'east', 'east']],
    ['api', 'string', 'API', ['slow', 'slow', 'slow', 'quick', 'quick', 'quick']],
    ['among', 'string', 'Requests', ['All requests', 'Slowest 5 %', 'Slowest 1 %', 'All requests', 'Slowest 5 %', 'Slowest 1 %']],
    ['requests', 'number', 'Number', 'short', [10, 2, 0, 1, 0, 0]],
    ['backend', 'number', 'Mean: backend', 'ms', [60, 150, null, 5, null, null]],
    ['client', 'number', 'Mean: client', 'ms', [20, 20, null, 0, null, null]],
    ['cache', 'number', 'Mean: cache', 'ms', [10, 0, null, 0, null, null]],
    ['gateway', 'number', 'Mean: gateway', 'ms', [10, 25, null, 0, null, null]],
    ['total', 'number', 'Mean: total', 'ms', [100, 195, null, 5, null, null]],
    ['p50', 'number', 'Total: p50', 'ms', [90, 190, null, 5, null, null]],
    ['p95', 'number', 'Total: p95', 'ms', [190, 200, null, 5, null, null]],
    ['p99', 'number', 'Total: p99', 'ms', [200, 200, null, 5, null, null]],
  ]); // prettier-ignore
  expect(frame.meta).toEqual({
    preferredVisualisationType: 'table',
    notices: [...leftOut, { severity: 'info', text: 'Not shown: 1 faster value.' }],
    custom,
  });
});

it.each(rowDimensions.map(({ id }) => id))('has no two columns of one name, per %s', (per) => {
  const names = timing({ per }, [[], []]).fields.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
  expect(names.slice(0, -10).at(-1)).toBe(per === 'backend' ? 'BackendId' : per);
});

it('calls percentiles estimates where the log store estimates them, and nothing else', () => {
  const titles = (change: Partial<TimingQuery>, groups: Rows) => {
    const [frame] = framesOf({ kind: 'timing', step: '1m', ...change }, [groups, whole], context, true);
    return frame!.fields
      .filter(({ config }) => config?.description?.startsWith('An estimate'))
      .map(({ config }) => config!.displayNameFromDS);
  };
  const percentiles = (title: string) => [50, 95, 99].map((percent) => `${title}: p${percent} (estimate)`);
  expect(titles({ per: 'api' }, [['west', 'slow', ...all, ...slowest, ...none]])).toEqual(
    percentiles('Total'),
  );
  expect(titles({}, [[at(1), ...all, ...slowest, ...none]])).toEqual(
    ['All requests', 'Slowest 5 %', 'Slowest 1 %'].flatMap(percentiles),
  );
});

it('says that there was no request, and shows an empty range of time', () => {
  const frame = timing({}, [[], []]);
  expect(frame.meta.notices).toEqual([
    { severity: 'warning', text: 'No requests were found in this range with these filters.' },
  ]);
  expect(new Set(linesOf(frame).flatMap(([, , values]) => values))).toEqual(new Set([null]));
  expect(frame.fields[0]!.values).toHaveLength(3);
  expect(timing({ per: 'service' }, [[], []]).fields.map(({ values }) => values.length)).toEqual(
    new Array(11).fill(0),
  );
});

it('says what is missing where no request tells where its time went', () => {
  const untimed = (withoutTotal: number, withoutParts: number) =>
    timing({}, [
      [],
      [[...none, ...none, ...none, 0, withoutTotal, withoutParts, ...new Array<number>(12).fill(0)]],
    ]).meta.notices;
  const tells = (what: string) => [
    { severity: 'warning', text: `No request in this range tells where its time went: ${what}.` },
  ];
  const parts = 'a total time, but none of its parts (that of the backend, where one was asked)';
  expect(untimed(1200, 0)).toEqual(tells('1,200 with no total time'));
  expect(untimed(0, 3)).toEqual(tells(`3 with ${parts}`));
  expect(untimed(2, 3)).toEqual(tells(`2 with no total time; 3 with ${parts}`));
});

it('takes failed requests alone, and names scenarios by their titles', () => {
  const query = { kind: 'timing', requests: 'failed', per: 'scenario' } as const;
  const frame = timing(query, [[['backend-tls-trust', ...all, ...slowest, ...none]], whole]);
  expect(frame.fields[0]).toMatchObject({
    name: 'scenario',
    values: new Array(3).fill('Untrusted backend certificate'),
  });
  const onlyFailed = { column: 'Outcome', op: 'oneOf', value: ['failed'] };
  const plans = kinds.timing.plans(completeQuery(query) as TimingQuery, context);
  expect(plans.map(({ where }) => where)).toEqual([[onlyFailed], [onlyFailed]]);
});
