import { createTheme, FieldType, toDataFrame, type DataFrame } from '@grafana/data';
import type { Episode, ScenarioCard, SeriesCustom } from '../../core/frames';
import { viewOf, type TaxonomyView } from './view-model';

const theme = createTheme();
const card = { title: 'Untrusted' } as ScenarioCard;
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
    totals: custom.totals,
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

it('takes shares of the failures of the query that a series is of', () => {
  const of = (failed: number) => ({ ...custom, totals: { ...custom.totals, failed } });
  const { entries } = viewOf(
    [frame([10], { name: 'A', custom: of(10) }), frame([495], { name: 'C', custom: of(990) })],
    theme,
  );
  expect(entries.map(({ title, share }) => [title, share])).toEqual([
    ['A', 1],
    ['C', 0.5],
    ['Masked errors', null],
  ]);
});

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
    totals: undefined,
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
