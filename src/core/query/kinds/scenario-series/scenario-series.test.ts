import { bucketsOf } from '../../buckets';
import { OTHER_SERIES, UNCLASSIFIED_SERIES } from '../../../frames';
import { builtinCatalogue, ADDED_UP, UNCLASSIFIED } from '../../../scenarios';
import { context, framesOf, linesOf, MINUTE, start, type Rows } from '../../../../../tests/support/answers';
import type { ScenarioSeriesQuery } from './query';

const at = (minute: number) => start + minute * MINUTE;
const series = (
  change: Partial<ScenarioSeriesQuery>,
  failed: Rows,
  all: Rows = [['succeeded', 100]],
  forAlert = false,
) => {
  const [frame] = framesOf({ kind: 'scenario-series', step: '1m', ...change }, [failed, all], {
    ...context,
    forAlert,
  });
  return frame!;
};
const timeout = { scenario: 'backend-timeout', family: 'backend', owner: 'backend-team' };
const dns = { scenario: 'backend-dns-failure', family: 'backend-connection', owner: 'network' };
const unclassified = { scenario: 'unclassified', family: 'other', owner: 'platform-team' };

it('fills with zeros, puts the largest first and unclassified last', () => {
  const frame = series(
    {},
    [
      [at(0), 'backend-timeout', 1],
      [at(2), 'backend-dns-failure', 5],
      [at(1), 'unclassified', 9],
    ],
    [['failed', 15], ['masked', 3], ['succeeded', 100]],
  ); // prettier-ignore
  expect(frame.fields[0]).toEqual({
    name: 'time',
    type: 'time',
    values: bucketsOf(context.range, MINUTE).starts,
  });
  expect(linesOf(frame)).toEqual([
    ['Unresolved backend name', dns, [0, 0, 5]],
    ['Timed out at the backend', timeout, [1, 0, 0]],
    ['Unclassified', unclassified, [0, 9, 0]],
  ]);
  const { custom, ...meta } = frame.meta;
  expect(meta).toEqual({
    type: 'timeseries-wide',
    typeVersion: [0, 1],
    preferredVisualisationType: 'graph',
    notices: [],
  });
  expect(custom).toMatchObject({
    kind: 'scenario-series',
    catalogueVersion: builtinCatalogue.version,
    stepMs: MINUTE,
    totals: { failed: 15, masked: 3, succeeded: 100 },
    outcomes: ['failed'],
    addsUp: true,
    incomplete: [],
    episodes: [
      { scenario: 'backend-dns-failure', from: at(2), to: at(3), ongoing: false, count: 5, peak: 5 },
      { scenario: 'unclassified', from: at(1), to: at(2), ongoing: false, count: 9, peak: 9 },
    ],
    scenarios: { 'backend-dns-failure': { title: 'Unresolved backend name', ownerTitle: 'Network team' } },
  });
});

it('calls unclassified, and what was added up, what the catalogue calls so', () => {
  expect([UNCLASSIFIED_SERIES, OTHER_SERIES]).toEqual([UNCLASSIFIED.scenario, ADDED_UP]);
});

it('shows unclassified where nothing failed, so that the frame has a line', () => {
  expect(linesOf(series({}, []))).toEqual([['Unclassified', unclassified, [0, 0, 0]]]);
});

it('shows the zeros of a scenario that was asked for by name', () => {
  expect(linesOf(series({ scenarios: ['backend-timeout'] }, []))).toEqual([
    ['Timed out at the backend', timeout, [0, 0, 0]],
  ]);
});

it('adds families up', () => {
  const frame = series({ by: 'family', families: ['backend-connection', 'backend'] }, [
    [at(0), 'backend-dns-failure', 2],
    [at(0), 'backend-tls-trust', 3],
  ]);
  expect(linesOf(frame)).toEqual([
    ['Backend connection', { family: 'backend-connection' }, [5, 0, 0]],
    ['Backend', { family: 'backend' }, [0, 0, 0]],
  ]);
});

describe('with a split', () => {
  const rows: Rows = [
    [at(0), 'backend-timeout', 'west', 'orders', 2],
    [at(0), 'backend-timeout', 'east', 'orders', 1],
  ];
  const query = { scenarios: ['backend-timeout'], splitBy: 'api' } as const;

  it('keeps equal ids of two services apart, and names the service only then', () => {
    expect(linesOf(series(query, rows))).toEqual([
      ['Timed out at the backend · west · orders', { ...timeout, service: 'west', api: 'orders' }, [2, 0, 0]],
      ['Timed out at the backend · east · orders', { ...timeout, service: 'east', api: 'orders' }, [1, 0, 0]],
    ]);
    expect(linesOf(series(query, rows.slice(0, 1)))[0]![0]).toBe('Timed out at the backend · orders');
  });

  it('gives each value a shade of its own, by name whatever their order by size', () => {
    const shades = (query: Partial<ScenarioSeriesQuery>, rows: Rows) =>
      Object.fromEntries(
        series({ splitBy: 'region', ...query }, rows)
          .fields.slice(1)
          .map(({ config }) => [config?.displayNameFromDS, config?.color?.fixedColor]),
      );
    const failed = (north: number, south: number): Rows => [
      [at(0), 'backend-timeout', 'North', north],
      [at(0), 'backend-timeout', 'South', south],
      [at(0), 'unclassified', 'North', 1],
    ];
    const expected = {
      'Backend · North': 'semi-dark-orange',
      'Backend · South': 'light-orange',
      'Other · North': '#8e8e8e',
    };
    expect(shades({ by: 'family' }, failed(1, 2))).toEqual(expected);
    expect(shades({ by: 'family' }, failed(2, 1))).toEqual(expected);
  });

  it('has no line of zeros of unclassified for every value', () => {
    expect(linesOf(series({ splitBy: 'api' }, rows)).map(([title]) => title)).toEqual([
      'Timed out at the backend · west · orders',
      'Timed out at the backend · east · orders',
    ]);
    expect(linesOf(series({ splitBy: 'api', by: 'family' }, rows)).map(([title]) => title)).toEqual([
      'Backend · west · orders',
      'Backend · east · orders',
    ]);
    expect(linesOf(series({ splitBy: 'api' }, []))).toEqual([['Unclassified', unclassified, [0, 0, 0]]]);
  });

  it('takes shares of all requests of the same value, and says that they do not add up', () => {
    const frame = series({ ...query, as: 'share' }, rows, [
      [at(0), 'failed', 'west', 'orders', 2],
      [at(0), 'failed', 'east', 'orders', 1],
      [at(0), 'succeeded', 'east', 'orders', 3],
    ]);
    expect(linesOf(frame).map(([, , values]) => values)).toEqual([[1, null, null], [0.25, null, null]]); // prettier-ignore
    expect(frame.meta.custom).toMatchObject({ addsUp: false });
  });

  it('names a value that is empty', () => {
    const one = series({ splitBy: 'region' }, [[at(0), 'backend-timeout', '', 2]]);
    expect(linesOf(one)).toEqual([
      ['Timed out at the backend · (none)', { ...timeout, region: '' }, [2, 0, 0]],
    ]);
  });
});

it('adds up what is beyond the top', () => {
  const frame = series({ top: 1 }, [
    [at(0), 'backend-timeout', 5],
    [at(0), 'backend-dns-failure', 2],
    [at(1), 'unclassified', 1],
  ]);
  expect(linesOf(frame)).toEqual([
    ['Timed out at the backend', timeout, [5, 0, 0]],
    ['Unclassified', unclassified, [0, 1, 0]],
    ['1 other series', { scenario: 'other-series' }, [2, 0, 0]],
  ]);
});

it('divides a rate by the seconds that the range covers, and tells which bucket is not complete', () => {
  const range = { from: start + 30_000, to: start + MINUTE };
  const [frame] = framesOf(
    { kind: 'scenario-series', step: '1m', as: 'rate', scenarios: ['backend-timeout'] },
    [[[start, 'backend-timeout', 60]], [['failed', 60]]],
    { ...context, range },
  );
  expect(frame!.fields[1]!.values).toEqual([2]);
  expect(frame!.meta.custom).toMatchObject({ incomplete: [start] });
});

it('calls an episode ongoing only if the range ends now', () => {
  const rows: Rows = [[at(2), 'backend-timeout', 50]];
  const episodes = (now: number) => {
    const [frame] = framesOf({ kind: 'scenario-series', step: '1m' }, [rows, [['failed', 50]]], {
      ...context,
      now,
    });
    return (frame!.meta.custom as { episodes: { ongoing: boolean }[] }).episodes.map(
      ({ ongoing }) => ongoing,
    );
  };
  expect([episodes(context.range.to), episodes(context.range.to + 3_600_000)]).toEqual([[true], [false]]);
});

it('tells an empty range from one in which nothing failed', () => {
  expect(series({}, [], []).meta.notices).toEqual([
    { severity: 'warning', text: 'No requests at all were found in this range with these filters.' },
  ]);
  expect(series({}, [], [['succeeded', 1234]]).meta.notices).toEqual([
    { severity: 'info', text: 'No failed requests in this range (1,234 answered).' },
  ]);
});
