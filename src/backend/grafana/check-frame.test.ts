import type { Field, Frame } from '../../core/frames';
import { checkFrame } from './check-frame';

const time: Field = { name: 'time', type: 'time', values: [1, 2] };
const count: Field = { name: 'count', type: 'number', labels: { a: 'b' }, values: [1, null] };
const frame = (...fields: readonly unknown[]): Frame => ({
  name: 'f',
  meta: { type: 'timeseries-wide', typeVersion: [0, 1] },
  fields: fields as Field[],
});

it.each<[string, Frame]>([
  ['series with gaps', frame(time, count)],
  ['no data', frame()],
  ['a table with empty times', { ...frame(count, { ...time, values: [1, null] }), meta: {} }],
  ['yes and no', { ...frame({ name: 'ongoing', type: 'boolean', values: [true, false] }), meta: {} }],
])('lets %s through', (_, good) => {
  expect(() => checkFrame(good)).not.toThrow();
});

it.each([
  ['lengths that differ', frame(time, { ...count, values: [1] }), 'field count has 1 values'],
  ['a label that is a number', frame(time, { ...count, labels: { a: 5 } }), 'has a label that is no text'],
  ['the same field twice', frame(time, count, count), 'two fields are ["count",[["a","b"]]]'],
  [
    'a text among numbers',
    frame(time, { ...count, values: [1, 'x'] }),
    'holds something else than number at 1',
  ],
  ['a null time', frame({ ...time, values: [1, null] }, count), 'no ascending time field'],
  ['a text among times', frame({ ...time, values: [1, 'x'] }, count), 'holds something else than time at 1'],
  [
    'a time beyond nanoseconds',
    frame({ ...time, values: [1, Date.UTC(2262, 3, 12)] }, count),
    'holds a time that Grafana cannot tell at 1',
  ],
  ['the same time twice', frame({ ...time, values: [1, 1] }, count), 'no ascending time field'],
  ['a null text', frame(time, { name: 'a', type: 'string', values: ['x', null] }), 'than string at 1'],
  ['times that go back', frame({ ...time, values: [2, 1] }, count), 'no ascending time field'],
  ['no time', frame(count), 'no ascending time field'],
])('stops %s', (_, bad, message) => {
  expect(() => checkFrame(bad)).toThrow(message);
});
