/** Frames that claim to be of our data source, and are not. */
import { screen } from '@testing-library/react';
import { failing, range, show } from '../../../tests/support/taxonomy-panel';

const custom = failing.meta!.custom!;
const claiming = (change: object) => ({
  ...failing,
  meta: { ...failing.meta, custom: { ...custom, ...change } },
});
const episode = {
  scenario: 'backend-tls-trust',
  from: range.from,
  to: range.to,
  count: 1,
  peak: 1,
  ongoing: false,
};
const episodes = () => screen.queryAllByRole('button', { name: /requests$/ });
const drawn = () => screen.getByRole('img', { name: /Failed requests over time/ });

it.each<readonly [string, object]>([
  ['no episodes', { episodes: [null, 7, {}, { ...episode, from: 'x' }, { ...episode, count: NaN }] }],
  ['no cards', { episodes: [episode], scenarios: { 'backend-tls-trust': { title: 'T', links: [{}] } } }],
  ['no numbers of requests', { episodes: [episode], totals: { failed: 'x' } }],
  ['no outcomes', { episodes: [episode], outcomes: [{}, null] }],
])('are drawn as series without what is missing: %s', (_, change) => {
  show([claiming(change)]);
  expect(drawn()).toBeInTheDocument();
  expect(episodes()).toEqual([]);
});

it('show no more episodes than are drawn in a moment', () => {
  show([claiming({ episodes: Array.from({ length: 1_000_000 }, (_, i) => ({ ...episode, count: i })) })]);
  expect(drawn()).toBeInTheDocument();
  const [, more] = /^(\d+) more marks/.exec(screen.getByTitle(/more marks/).title)!;
  expect(Number(more) + episodes().length).toBe(10_000);
});

it('cannot turn round what stands beside their names', () => {
  const [time, count] = failing.fields;
  show([
    {
      ...failing,
      meta: {},
      fields: [
        time!,
        { ...count!, labels: {}, config: { displayNameFromDS: '\u202eevil\u2066 moc.elpmaxe' }, state: null },
      ],
    },
  ]);
  expect(screen.getByRole('button', { name: 'Show only evil moc.elpmaxe' })).toBeInTheDocument();
});
