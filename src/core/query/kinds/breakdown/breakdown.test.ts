import { fieldsOf, framesOf, type Rows } from '../../../../../tests/support/answers';
import type { BreakdownQuery } from './query';

const breakdown = (change: Partial<BreakdownQuery>, tables: readonly Rows[]) =>
  framesOf({ kind: 'breakdown', ...change }, tables)[0]!;

const failed: Rows = [
  ['east', 'orders', 2],
  ['west', 'orders', 6],
  ['west', '', 2],
];
const calls: Rows = [
  ['east', 'orders', 2],
  ['west', 'orders', 60],
  ['west', 'stock', 38],
];
const all: Rows = [['failed', 10], ['succeeded', 90]]; // prettier-ignore

it('compares failures with traffic, per value and service', () => {
  const frame = breakdown({}, [failed, calls, all]);
  expect(fieldsOf(frame)).toEqual([
    ['service', 'string', 'Service', ['west', 'east', 'west']],
    ['api', 'string', 'API', ['orders', 'orders', '']],
    ['failures', 'number', 'Failures', 'short', [6, 2, 2]],
    ['calls', 'number', 'Calls', 'short', [60, 2, 2]],
    ['failureRate', 'number', 'Share of its calls', 'percentunit', [0.1, 1, 1]],
    ['share', 'number', 'Share of failures', 'percentunit', [0.6, 0.2, 0.2]],
    ['traffic', 'number', 'Share of traffic', 'percentunit', [0.6, 0.02, 0.02]],
    ['lift', 'number', 'Times its share', 'none', [1, 10, 10]],
  ]);
  expect(frame.meta).toEqual({ preferredVisualisationType: 'table', notices: [] });
});

it('says how many values are not shown', () => {
  const frame = breakdown({ top: 1 }, [failed, calls, all]);
  expect(frame.fields[0]!.values).toEqual(['west']);
  expect(frame.meta.notices).toEqual([
    { severity: 'info', text: 'Not shown: 2 more values with fewer failures.' },
  ]);
});

it('has one column for a dimension that is the same everywhere', () => {
  const frame = breakdown({ by: 'backendHost' }, [[['a.example', 1]], [['a.example', 4]], all]);
  expect(frame.fields.map(({ name }) => name).slice(0, 2)).toEqual(['backendHost', 'failures']);
});

it('is empty where nothing failed, and says so', () => {
  const frame = breakdown({}, [[], calls, [['succeeded', 100]]]);
  expect(frame.fields.map(({ values }) => values)).toEqual(frame.fields.map(() => []));
  expect(frame.meta.notices).toEqual([
    { severity: 'info', text: 'No failed requests in this range (100 answered).' },
  ]);
});

it('orders ties by their names, however an engine gave them', () => {
  const tied: Rows = [
    ['west', 'orders', 2],
    ['east', 'stock', 2],
    ['east', 'orders', 2],
  ];
  const apis = (rows: Rows) => breakdown({}, [rows, rows, [['failed', 6]]]).fields.slice(0, 2).map(({ values }) => values); // prettier-ignore
  expect(apis(tied)).toEqual([['east', 'east', 'west'], ['orders', 'stock', 'orders']]); // prettier-ignore
  expect(apis([...tied].reverse())).toEqual(apis(tied));
});
