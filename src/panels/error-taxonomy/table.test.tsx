import { createTheme } from '@grafana/data';
import { arrived } from '../../../tests/support/arrived';
import { context, framesOf, MINUTE, start, type Rows } from '../../../tests/support/answers';
import { groupsOf, layersOf } from './groups';
import { columnsFor, layoutOf, legendHeight, tableHeight } from './layout';
import { trendText } from './trend';
import { viewOf } from './view-model';

const theme = createTheme();
const totals: Rows = [['failed', 100], ['masked', 7], ['succeeded', 900]]; // prettier-ignore
const length = context.range.to - context.range.from;
const table = (scenarios: Rows, before: Rows = []) =>
  arrived(
    framesOf({ kind: 'taxonomy' }, [
      scenarios,
      scenarios.map(([id, count]) => [id!, 'east', 'orders', 'a.example', Number(count) / 2]),
      totals,
      before,
      [['failed', 50, context.range.from - length]],
    ]),
  );
const row = (id: string, count: number) => [
  id,
  count,
  count,
  start + 1,
  start + 2 * MINUTE,
  3,
  'id',
  'message',
];
const series = (...rows: Rows) => arrived(framesOf({ kind: 'scenario-series', step: '1m' }, [rows, totals]));

it('joins series and table: numbers of the table, drawn as the series; what has none stands there, too', () => {
  const view = viewOf(
    [
      ...series([start, 'backend-timeout', 60], [start, 'unclassified', 10]),
      ...table([row('backend-timeout', 61), row('backend-tls-trust', 30)], [['backend-timeout', 122]]),
    ],
    theme,
  );
  expect(view.entries.map(({ title, value, share, trend, where, whereShare, owner, layer }) => [title, value, share, trend.is, where, whereShare, owner, layer !== undefined])).toEqual([
    ['Timed out at the backend', 61, 0.61, 'change', 'east · orders · a.example', 0.5, 'Backend team', true],
    ['Unclassified', 10, 0.1, 'unknown', '', null, 'Platform team', true],
    ['Untrusted backend certificate', 30, 0.3, 'new', 'east · orders · a.example', 0.5, 'Platform team', false],
    ['Masked errors', 7, null, 'unknown', '', null, '', false],
  ]);
}); // prettier-ignore

it('gives a scenario that is split no numbers of the whole', () => {
  const split = arrived(
    framesOf({ kind: 'scenario-series', step: '1m', splitBy: 'backendHost' }, [
      [[start, 'backend-timeout', 'a', 60], [start, 'backend-timeout', 'b', 1]],
      totals,
    ]),
  ); // prettier-ignore
  const view = viewOf([...split, ...table([row('backend-timeout', 61)])], theme);
  expect(view.entries.filter(({ kind }) => kind === 'scenario').map(({ value }) => value)).toEqual([60, 1]);
});

it('shows masked errors that were asked for as series of their own, last, and not as failures', () => {
  const masked = arrived(
    framesOf({ kind: 'scenario-series', step: '1m', outcomes: ['masked'] }, [
      [[start, 'backend-timeout', 7]],
      totals,
    ]),
  );
  const view = viewOf([...series([start, 'backend-timeout', 60]), ...masked], theme);
  const groups = groupsOf(view.entries, true);
  expect(groups.map(({ key, title, value }) => [key, title, value])).toEqual([
    ['family backend', 'Backend', 60],
    ['unclassified', 'other', 0],
    ['masked', 'Masked errors', 7],
  ]);
  expect(
    layersOf(groups, new Set(['masked', 'family backend'])).map(({ name, pattern }) => [name, pattern]),
  ).toEqual([
    ['Backend', 'solid'],
    ['Unclassified', 'hatched'],
    ['Masked errors', 'dotted'],
  ]);
});

it('shows a table without series, and knows when nothing failed in it', () => {
  const view = viewOf(table([row('backend-timeout', 61)]), theme);
  expect([view.state, view.times.length, view.entries.length]).toEqual(['failures', 0, 2]);
  const good = framesOf({ kind: 'taxonomy' }, [[], [], [['succeeded', 9]], [], []]);
  expect(viewOf(arrived(good), theme).state).toBe('nothing-failed');
});

it.each([
  [{ is: 'unknown' } as const, '–'],
  [{ is: 'new' } as const, '▲ new'],
  [{ is: 'change', by: 0.04 } as const, '= same'],
  [{ is: 'change', by: 0.5 } as const, '▲ 50 %'],
  [{ is: 'change', by: -1 } as const, '▼ 100 %'],
  [{ is: 'change', by: 4.1 } as const, '▲ ×5.1'],
])('writes the change %j as %s', (trend, text) => {
  expect(trendText(trend).short).toBe(text);
});

const wanted = { height: 400, placement: 'right', hasGraph: true, wanted: tableHeight(8) } as const;
it.each([
  ['wide', { ...wanted, width: 1200 }, 'right'],
  ['narrow', { ...wanted, width: 600 }, 'bottom'],
  ['low and narrow', { ...wanted, width: 600, height: 160 }, 'none'],
  ['tiny', { ...wanted, width: 200, height: 120 }, 'none'],
])('puts the table of a %s panel where it fits', (_, panel, place) => {
  expect(layoutOf(panel).place).toBe(place);
});

it('keeps room for a legend of as many lines as it has', () => {
  const heightOf = (entries: number) =>
    layoutOf({ ...wanted, width: 700, placement: 'bottom', wanted: legendHeight(entries, 700) }).side.height;
  expect([heightOf(3), heightOf(8), heightOf(200)]).toEqual([34, 60, 220]);
});

it('tells how many there were however narrow it is', () => {
  expect([...columnsFor(230, () => true)]).toEqual(['title', 'value']);
});

it('leaves out the less important columns first, and those that say nothing', () => {
  expect([...columnsFor(420, () => true)]).toEqual(['title', 'value', 'share', 'trend']);
  expect([...columnsFor(420, (column) => column !== 'trend')]).toEqual([
    'title',
    'value',
    'share',
    'lastSeen',
  ]);
});
