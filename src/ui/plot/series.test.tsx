import { createTheme, FieldType, toDataFrame } from '@grafana/data';
import { MOST_LAYERS, seriesOf } from './series';

const theme = createTheme();
const frame = (times: readonly unknown[], ...columns: readonly (readonly unknown[])[]) =>
  toDataFrame({
    fields: [
      { name: 'time', type: FieldType.time, values: [...times] },
      ...columns.map((values, i) => ({ name: `s${i}`, type: FieldType.number, values: [...values] })),
    ],
  });

it('puts rows in order, leaves out those without a time, and takes what is no number for nothing', () => {
  const { times, stepMs, layers } = seriesOf(
    [frame([3000, null, 1000, NaN, 2000], [3, 9, NaN, 9, 2])],
    theme,
  );
  expect([times, stepMs, layers[0]?.values]).toEqual([[1000, 2000, 3000], 1000, [null, 2, 3]]);
});

it('adds up what has the same time', () => {
  const { times, layers } = seriesOf([frame([1000, 1000, 2000], [1, 2, 3])], theme);
  expect([times, layers[0]?.values]).toEqual([
    [1000, 2000],
    [3, 3],
  ]);
});

it('puts a million rows together without losing a count', () => {
  const rows = Array.from({ length: 1_000_000 }, (_, i) => i);
  const { times, layers } = seriesOf(
    [
      frame(
        rows,
        rows.map(() => 1),
      ),
    ],
    theme,
  );
  expect([times.length, layers[0]?.total, layers[0]?.values[0]]).toEqual([2000, 1_000_000, 500]);
});

it('averages what may not be added up', () => {
  const rows = Array.from({ length: 4000 }, (_, i) => i);
  const shares = frame(
    rows,
    rows.map((i) => i % 2),
  );
  shares.fields[1]!.config.unit = 'percentunit';
  expect(seriesOf([shares], theme).layers[0]?.values.slice(0, 2)).toEqual([0.5, 0.5]);
});

it('draws the largest series of too many, and says how many are left out', () => {
  const columns = Array.from({ length: MOST_LAYERS + 20 }, (_, i) => [i, i]);
  const { layers, leftOut } = seriesOf([frame([0, 1000], ...columns)], theme);
  expect([layers.length, leftOut, layers[0]?.total]).toEqual([MOST_LAYERS, 20, 40]);
});

it('keeps series of one name apart, and long names short', () => {
  const same = frame([0], [1], [2]);
  same.fields.forEach(({ config }) => (config.displayName = 'x'.repeat(100_000)));
  const { layers } = seriesOf([same], theme);
  expect(layers.map(({ name }) => name.length)).toEqual([201, 201]);
  expect(new Set(layers.map(({ key }) => key)).size).toBe(2);
});
