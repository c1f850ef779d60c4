import { createTheme, FieldType, toDataFrame, type DataFrame } from '@grafana/data';
import type { Episode, SeriesCustom } from '../../core/frames';
import { scenarioCards } from '../../core/query';
import { builtinCatalogue } from '../../core/scenarios';
import { groupsOf } from './groups';
import { viewOf, type TaxonomyView } from './view-model';

const theme = createTheme();
const card = scenarioCards(['backend-tls-trust'], builtinCatalogue)['backend-tls-trust']!;
const episode = (from: number, to: number, count: number): Episode => ({
  scenario: 'tls',
  from,
  to,
  count,
  ongoing: false,
  peak: count,
});
const custom: SeriesCustom = {
  kind: 'scenario-series',
  catalogueVersion: 'x',
  stepMs: 1000,
  totals: { failed: 100, masked: 25, succeeded: 900 },
  outcomes: ['failed'],
  addsUp: true,
  incomplete: [0],
  episodes: [],
  scenarios: { tls: card },
};
const totals = (failed: number, masked: number, succeeded: number) => ({
  ...custom,
  totals: { failed, masked, succeeded },
});

const layersIn = (entries: TaxonomyView['entries']) => entries.flatMap(({ layer }) => layer ?? []);

interface Made {
  readonly custom?: unknown;
  readonly name?: string;
  readonly unit?: string;
  readonly color?: string;
  readonly times?: readonly number[];
}

function frame(values: readonly (number | null)[], made: Made = {}): DataFrame {
  const { name = 'TLS', unit, color = 'red', times = values.map((_, i) => i * 1000) } = made;
  return toDataFrame({
    meta: { custom: made.custom as Record<string, unknown> },
    fields: [
      { name: 'time', type: FieldType.time, values: [...times] },
      {
        name: 'count',
        type: FieldType.number,
        config: { displayNameFromDS: name, unit, color: { mode: 'fixed', fixedColor: color } },
        values: [...values],
      },
    ],
  });
}

it('takes series as layers, and what is no number as nothing', () => {
  const { entries, ...view } = viewOf([frame([1, null, Infinity, 4], { custom })], theme);
  expect(view).toEqual({
    state: 'failures',
    times: [0, 1000, 2000, 3000],
    stepMs: 1000,
    addsUp: true,
    summary: 'Total',
    episodes: [],
    cards: { tls: card },
    incomplete: new Set([0]),
    counted: [{ totals: custom.totals, query: undefined, asked: [custom] }],
    hasTable: false,
    leftOut: 0,
  });
  expect(layersIn(entries)).toEqual([
    {
      key: 'TLS',
      name: 'TLS',
      pattern: 'solid',
      hiddenFrom: { viz: false, legend: false, tooltip: false },
      color: theme.visualization.getColorByName('red'),
      values: [1, null, null, 4],
      total: 5,
      mean: 2.5,
      field: expect.objectContaining({ name: 'count' }),
    },
  ]);
});

it('joins several frames of other data sources by their times, each in its own colour', () => {
  const view = viewOf(
    [
      frame([1, 2], { name: 'A', color: 'blue', times: [0, 3000] }),
      frame([3, 4], { name: 'B', color: 'green', times: [1000, 3000] }),
    ],
    theme,
  );
  expect(view).toMatchObject({ state: 'failures', times: [0, 1000, 3000], stepMs: 1000, episodes: [] });
  expect(layersIn(view.entries).map(({ name, color, values }) => [name, color, values])).toEqual([
    ['A', theme.visualization.getColorByName('blue'), [1, null, 2]],
    ['B', theme.visualization.getColorByName('green'), [null, 3, 4]],
  ]);
});

it('takes the marks of all queries, each once', () => {
  const series = [
    frame([1], { name: 'A', custom: { ...custom, episodes: [episode(20, 30, 5), episode(0, 10, 1)] } }),
    frame([1], { name: 'B', custom: { ...custom, addsUp: false, episodes: [episode(20, 30, 5)] } }),
  ];
  const { episodes, addsUp } = viewOf(series, theme);
  expect([addsUp, episodes.map(({ from, count, share }) => [from, count, share])]).toEqual([
    false,
    [
      [0, 1, 0.01],
      [20, 5, 0.05],
    ],
  ]);
});

it('gives marks their share of what the query counts, and leaves out those without a card', () => {
  const outcomes = ['failed', 'masked'] as const;
  const share = (change: Partial<SeriesCustom>) =>
    viewOf(
      [frame([1], { custom: { ...custom, episodes: [episode(0, 1, 50)], ...change } })],
      theme,
    ).episodes.map((mark) => mark.share);
  expect([share({}), share({ outcomes }), share({ scenarios: {} })]).toEqual([[0.5], [0.4], []]);
});

describe('several queries', () => {
  const tls = (refId: string, count: number, change: Partial<SeriesCustom> = {}) => ({
    ...frame([count], { name: `TLS ${refId}`, custom: { ...custom, ...change } }),
    refId,
  });
  const west = { totals: { failed: 990, masked: 3, succeeded: 10 } };
  const told = (series: DataFrame[]) =>
    viewOf(series, theme).entries.map(({ title, valueText, share, counted }) => [title, valueText, share, counted?.query]);

  it('keep shares and masked errors of their own where they counted other requests', () => {
    expect(told([tls('A', 10), tls('C', 495, west)])).toEqual([
      ['TLS A', '10', 0.1, 'A'],
      ['TLS C', '495', 0.5, 'C'],
      ['Masked errors (query A)', '25', null, 'A'],
      ['Masked errors (query C)', '3', null, 'C'],
    ]);
  });

  it('tell of an episode which query’s failures its share is of', () => {
    const queries = (series: DataFrame[]) => viewOf(series, theme).episodes.map(({ query }) => query);
    const first = tls('A', 5, { episodes: [episode(0, 1, 5)] });
    expect(queries([first, tls('C', 495, west)])).toEqual(['A']);
    expect(queries([first, tls('C', 5)])).toEqual([undefined]);
  });

  it('have one number of masked errors where they counted the same', () => {
    expect(told([tls('A', 10), tls('C', 50)]).slice(2)).toEqual([['Masked errors', '25', null, undefined]]);
  });

  it('tell masked errors of those whose masked errors are no series', () => {
    const masked = { ...west, outcomes: ['masked'] as const };
    expect(told([tls('A', 10), tls('C', 3, masked)]).map(([title]) => title)).toEqual([
      'TLS A',
      'TLS C',
      'Masked errors (query A)',
    ]);
  });

  it('give a family no share of different wholes', () => {
    const family = (refId: string, change = {}) => {
      const made = tls(refId, 10, change);
      const [time, count] = made.fields;
      return { ...made, fields: [time!, { ...count!, labels: { scenario: `tls-${refId}`, family: 'backend' } }] };
    };
    const shares = (series: DataFrame[]) => groupsOf(viewOf(series, theme).entries, true).map(({ key, share }) => [key, share]);
    expect(shares([family('A'), family('C', west)])[0]).toEqual(['family backend', null]);
    expect(shares([family('A'), family('C')])[0]).toEqual(['family backend', 0.2]);
  });

  it('keep marks of their own, too', () => {
    const at = (count: number) => ({ episodes: [episode(0, 1, count)] });
    expect(viewOf([tls('A', 10, at(10)), tls('C', 9, { ...west, ...at(99) })], theme).episodes.map(({ share }) => share)).toEqual([0.1, 0.1]);
  });
}); // prettier-ignore

it.each<[string, unknown]>([
  ['of another kind', { ...custom, kind: 'timing' }],
  ['of another version', { kind: 'scenario-series', totals: null, episodes: [], scenarios: {} }],
  ['that is a text', 'custom'],
])('draws frames with metadata %s without marks', (_, foreign) => {
  expect(viewOf([frame([1, 2], { custom: foreign })], theme)).toMatchObject({
    state: 'failures',
    stepMs: 1000,
    addsUp: true,
    episodes: [],
    counted: [],
  });
});

it.each([
  ['short', 'Total'],
  [undefined, 'Total'],
  ['percentunit', 'Mean'],
  ['reqps', 'Mean'],
])('sums up series in the unit %s as %s', (unit, summary) => {
  expect(viewOf([frame([0.5, 0.1], { unit, custom })], theme).summary).toBe(summary);
});

it('does not stack shares of different wholes', () => {
  expect(viewOf([frame([0.5], { custom: { ...custom, addsUp: false } })], theme).addsUp).toBe(false);
});

it.each<[string, DataFrame[], string]>([
  ['no frame', [], 'no-data'],
  ['a frame without fields', [toDataFrame({ fields: [] })], 'no-data'],
  ['a foreign frame of nulls', [frame([null])], 'no-data'],
  ['a foreign frame of zeros', [frame([0])], 'nothing-failed'],
  ['no request at all', [frame([0], { custom: totals(0, 0, 0) })], 'no-data'],
  ['requests, and none failed', [frame([0], { custom: totals(0, 0, 9) })], 'nothing-failed'],
  [
    'failures of scenarios that were not selected',
    [frame([0], { custom: totals(1, 0, 9) })],
    'none-selected',
  ],
  ['errors that were masked, and not asked for', [frame([0], { custom: totals(0, 1, 9) })], 'none-selected'],
  [
    'a table',
    [toDataFrame({ fields: [{ name: 'x', type: FieldType.string, values: ['a'] }] })],
    'wrong-frames',
  ],
])('knows %s', (_, series, state) => {
  expect(viewOf(series, theme).state).toBe(state);
});
