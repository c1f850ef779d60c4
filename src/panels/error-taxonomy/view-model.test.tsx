import { FieldType, toDataFrame, type DataFrame } from '@grafana/data';
import type { Episode, ScenarioCard, SeriesCustom } from '../../core/frames';
import { viewOf } from './view-model';

const card = { title: 'Untrusted' } as ScenarioCard;
const episode = (from: number, to: number, count: number): Episode => ({
  scenario: 'tls',
  from,
  to,
  count,
  ongoing: false,
  peak: count,
});

function frame(values: readonly (number | null)[], custom?: Partial<SeriesCustom>): DataFrame {
  return toDataFrame({
    meta: { custom },
    fields: [
      { name: 'time', type: FieldType.time, values: values.map((_, i) => i * 1000) },
      { name: 'count', type: FieldType.number, config: { displayNameFromDS: 'TLS' }, values: [...values] },
    ],
  });
}

const custom: SeriesCustom = {
  kind: 'scenario-series',
  catalogueVersion: 'x',
  stepMs: 1000,
  totals: { failed: 100, masked: 0, succeeded: 900 },
  incomplete: [],
  episodes: [],
  scenarios: { tls: card },
};
const color = (name: string) => `#${name}`;

it('takes series as layers, and what is no number as nothing', () => {
  const view = viewOf([frame([1, null, Infinity, 4], custom)], color);
  expect(view).toMatchObject({
    state: 'failures',
    times: [0, 1000, 2000, 3000],
    stepMs: 1000,
    succeeded: 900,
  });
  expect(view.layers.map(({ name, values, total }) => [name, values, total])).toEqual([
    ['TLS', [1, 0, 0, 4], 5],
  ]);
});

it('draws frames of other data sources', () => {
  expect(viewOf([frame([1, 2])], color)).toMatchObject({ state: 'failures', stepMs: 1000, marks: [] });
});

it.each<[string, DataFrame[], string]>([
  ['no frame', [], 'no-data'],
  ['a frame without fields', [toDataFrame({ fields: [] })], 'no-data'],
  [
    'no request at all',
    [frame([0], { ...custom, totals: { failed: 0, masked: 0, succeeded: 0 } })],
    'no-data',
  ],
  ['requests, and none failed', [frame([0], custom)], 'nothing-failed'],
  [
    'a table',
    [toDataFrame({ fields: [{ name: 'x', type: FieldType.string, values: ['a'] }] })],
    'wrong-frames',
  ],
])('knows %s', (_, series, state) => {
  expect(viewOf(series, color).state).toBe(state);
});

it('lays marks out in rows, the largest where room is scarce', () => {
  const episodes = [
    episode(0, 10, 1),
    episode(5, 15, 2),
    episode(5, 15, 3),
    episode(5, 15, 4),
    episode(20, 30, 5),
  ];
  const { marks, unmarked } = viewOf([frame([1], { ...custom, episodes })], color);
  expect(marks.map(({ from, count, row, share }) => [from, count, row, share])).toEqual([
    [5, 4, 0, 0.04],
    [5, 3, 1, 0.03],
    [5, 2, 2, 0.02],
    [20, 5, 0, 0.05],
  ]);
  expect(unmarked).toBe(1);
});

it('leaves out episodes whose card did not come along', () => {
  const view = viewOf([frame([1], { ...custom, episodes: [episode(0, 1, 1)], scenarios: {} })], color);
  expect([view.marks, view.unmarked]).toEqual([[], 1]);
});
