import { builtinCatalogue } from '../../../scenarios';
import type { Table } from '../../../plan';
import { defaultQuery, type Query } from '../../model';
import { kindOf, type QueryContext } from '..';

const start = Date.UTC(2026, 10, 1, 8);
const MINUTE = 60_000;
const context: QueryContext = {
  catalogue: builtinCatalogue,
  range: { from: start, to: start + 3 * MINUTE },
  maxDataPoints: 0,
  forAlert: false,
};
const split = (query: Query) =>
  query.splitBy === 'api' ? ['Service', 'ApiId'] : query.splitBy ? ['Service'] : [];

/** Rows of [minute, outcome, scenario, …split, count]. */
function framesOf(change: Partial<Query>, rows: readonly (readonly (string | number)[])[], alert = false) {
  const query: Query = { ...defaultQuery, step: '1m', ...change };
  const window = query.result === 'window';
  const names = [...(window ? [] : ['Bucket']), 'Outcome', 'Scenario', ...split(query), 'Count'];
  const table: Table = {
    columns: names.map((name) => ({ name, type: 'string' })),
    rows: rows.map(([minute, ...rest]) => (window ? rest : [start + Number(minute) * MINUTE, ...rest])),
  };
  return kindOf(query).frames(query, { ...context, forAlert: alert }, [table]);
}

const shown = (frames: ReturnType<typeof framesOf>) =>
  frames[0]!.fields
    .filter(({ type }) => type === 'number')
    .map(({ labels, values, config }) => [config?.displayNameFromDS, labels, values]);

it('fills with zeros, puts the largest first and unclassified last', () => {
  const frames = framesOf({}, [
    [0, 'failed', 'backend-timeout', 1],
    [2, 'failed', 'backend-dns-failure', 5],
    [1, 'failed', 'unclassified', 9],
    [1, 'succeeded', 'none', 100],
    [1, 'masked', 'backend-timeout', 3],
  ]);
  expect(frames[0]!.fields[0]).toEqual({
    name: 'time',
    type: 'time',
    values: [start, start + MINUTE, start + 2 * MINUTE],
  });
  expect(shown(frames)).toEqual([
    [
      'Unresolved backend name',
      { scenario: 'backend-dns-failure', family: 'backend-connection', owner: 'network' },
      [0, 0, 5],
    ],
    [
      'Timed out at the backend',
      { scenario: 'backend-timeout', family: 'backend', owner: 'backend-team' },
      [1, 0, 0],
    ],
    ['Unclassified', { scenario: 'unclassified', family: 'other', owner: 'platform-team' }, [0, 9, 0]],
  ]);
  expect(frames[0]!.meta.custom).toMatchObject({
    totals: { failed: 15, masked: 3, succeeded: 100 },
    incomplete: [],
    stepMs: MINUTE,
    scenarios: { 'backend-dns-failure': { title: 'Unresolved backend name', ownerTitle: 'Network team' } },
  });
});

it('counts masked requests when asked to', () => {
  const rows = [
    [0, 'failed', 'backend-timeout', 1],
    [0, 'masked', 'backend-timeout', 3],
  ];
  expect(shown(framesOf({ outcomes: ['masked'] }, rows))[0]![2]).toEqual([3, 0, 0]);
  expect(shown(framesOf({ outcomes: ['failed', 'masked'] }, rows))[0]![2]).toEqual([4, 0, 0]);
});

it('shows the zeros of a scenario that was asked for by name', () => {
  expect(shown(framesOf({ scenarios: ['backend-timeout'] }, [[0, 'failed', 'unclassified', 4]]))).toEqual([
    [
      'Timed out at the backend',
      { scenario: 'backend-timeout', family: 'backend', owner: 'backend-team' },
      [0, 0, 0],
    ],
  ]);
});

it('adds families up', () => {
  const frames = framesOf({ by: 'family', families: ['backend-connection', 'backend'] }, [
    [0, 'failed', 'backend-dns-failure', 2],
    [0, 'failed', 'backend-tls-trust', 3],
    [0, 'failed', 'unclassified', 9],
  ]);
  expect(shown(frames)).toEqual([
    ['Backend connection', { family: 'backend-connection' }, [5, 0, 0]],
    ['Backend', { family: 'backend' }, [0, 0, 0]],
  ]);
});

it('keeps equal ids of two services apart, and names the service only then', () => {
  const rows = [
    [0, 'failed', 'backend-timeout', 'west', 'orders', 2],
    [0, 'failed', 'backend-timeout', 'east', 'orders', 1],
    [0, 'succeeded', 'none', 'east', 'orders', 3],
  ];
  const query = { scenarios: ['backend-timeout'], splitBy: 'api' } as const;
  const labels = { scenario: 'backend-timeout', family: 'backend', owner: 'backend-team', api: 'orders' };
  expect(shown(framesOf(query, rows))).toEqual([
    ['Timed out at the backend · west · orders', { ...labels, service: 'west' }, [2, 0, 0]],
    ['Timed out at the backend · east · orders', { ...labels, service: 'east' }, [1, 0, 0]],
  ]);
  expect(shown(framesOf(query, rows.slice(0, 1)))[0]![0]).toBe('Timed out at the backend · orders');
  expect(shown(framesOf({ ...query, as: 'share' }, rows)).map(([, , values]) => values)).toEqual([
    [1, null, null],
    [0.25, null, null],
  ]);
});

it('adds up what is beyond the top', () => {
  const frames = framesOf({ top: 1 }, [
    [0, 'failed', 'backend-timeout', 5],
    [0, 'failed', 'backend-dns-failure', 2],
    [1, 'failed', 'unclassified', 1],
  ]);
  expect(shown(frames)).toEqual([
    [expect.any(String), expect.objectContaining({ scenario: 'backend-timeout' }), [5, 0, 0]],
    ['Unclassified', expect.objectContaining({ scenario: 'unclassified' }), [0, 1, 0]],
    ['1 other series', { scenario: 'other-series' }, [2, 0, 0]],
  ]);
});

it('divides a rate by the seconds that the range covers', () => {
  const query: Query = { ...defaultQuery, step: '1m', as: 'rate', scenarios: ['backend-timeout'] };
  const range = { from: start + 30_000, to: start + MINUTE };
  const table: Table = {
    columns: ['Bucket', 'Outcome', 'Scenario', 'Count'].map((name) => ({ name, type: 'string' })),
    rows: [[start, 'failed', 'backend-timeout', 60]],
  };
  const [frame] = kindOf(query).frames(query, { ...context, range }, [table]);
  expect(frame!.fields[1]!.values).toEqual([2]);
  expect(frame!.meta.custom).toMatchObject({ incomplete: [start] });
});

describe('a window for alert rules', () => {
  it('has a number for every scenario, zero where nothing failed', () => {
    const [frame] = framesOf({ result: 'window' }, [[0, 'succeeded', 'none', 7]], true);
    expect(frame!.meta).toEqual({
      type: 'numeric-wide',
      typeVersion: [0, 1],
      notices: [{ severity: 'info', text: 'No failed requests in this range (7 answered).' }],
    });
    expect(frame!.fields.map(({ values }) => values)).toEqual(builtinCatalogue.scenarios.map(() => [0]));
  });

  it('has one for every service that was seen', () => {
    const rows = [
      [0, 'succeeded', 'none', 'west', 7],
      [0, 'failed', 'backend-timeout', 'east', 2],
    ];
    const query = { result: 'window', scenarios: ['backend-timeout'], splitBy: 'service' } as const;
    expect(
      shown(framesOf(query, rows)).map(([, labels, values]) => [
        (labels as { service: string }).service,
        values,
      ]),
    ).toEqual([
      ['east', [2]],
      ['west', [0]],
    ]);
  });

  it('takes the share of nothing for zero', () => {
    expect(
      shown(framesOf({ result: 'window', as: 'share', scenarios: ['backend-timeout'] }, []))[0]![2],
    ).toEqual([0]);
  });
});

it('tells an empty range from one in which nothing failed', () => {
  expect(framesOf({}, [])[0]!.meta.notices).toEqual([
    { severity: 'warning', text: 'No requests at all were found in this range with these filters.' },
  ]);
  expect(framesOf({}, [[0, 'succeeded', 'none', 1234]])[0]!.meta.notices).toEqual([
    { severity: 'info', text: 'No failed requests in this range (1,234 answered).' },
  ]);
});
