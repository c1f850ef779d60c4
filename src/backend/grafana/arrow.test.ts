import { RecordBatchReader } from 'apache-arrow';
import type { Field, Frame } from '../../core/frames';
import { encodeFrame } from './arrow';

/** What a reader of Arrow files finds. */
function decoded(frame: Frame) {
  const reader = RecordBatchReader.from(encodeFrame(frame, 'A')).open();
  const { schema } = reader; // gone after the last batch
  const [batch] = [...reader];
  return {
    metadata: Object.fromEntries(schema.metadata),
    fields: schema.fields.map(({ name, type, nullable, metadata }, i) => ({
      name,
      type: String(type),
      nullable,
      metadata: Object.fromEntries(metadata),
      values: [...(batch?.getChildAt(i) ?? [])] as unknown[],
    })),
  };
}
const valuesOf = (...fields: readonly Field[]) =>
  decoded({ name: 'f', meta: {}, fields }).fields.map(({ values }) => values);

it('writes name, query, metadata, labels and configuration as texts', () => {
  const labels = { scenario: 'x' };
  const config = { displayNameFromDS: 'X', unit: 'short' };
  const meta = { type: 'timeseries-wide', typeVersion: [0, 1] } as const;
  const time: Field = { name: 'time', type: 'time', values: [1_700_000_000_000] };
  const count: Field = { name: 'count', type: 'number', labels, config, values: [5] };
  expect(decoded({ name: 'failures', meta, fields: [time, count] })).toEqual({
    metadata: { name: 'failures', refId: 'A', meta: JSON.stringify(meta) },
    fields: [
      {
        name: 'time',
        type: 'Timestamp<NANOSECOND>',
        nullable: false,
        metadata: { tstype: 'time' },
        values: [1_700_000_000_000],
      },
      {
        name: 'count',
        type: 'Float64',
        nullable: true,
        metadata: { tstype: 'number', labels: JSON.stringify(labels), config: JSON.stringify(config) },
        values: [5],
      },
    ],
  });
});

it('tells zero from nothing, in numbers and in times', () => {
  expect(
    valuesOf(
      { name: 'number', type: 'number', values: [0, null, 1.5, null] },
      { name: 'time', type: 'time', values: [null, 0, 1_700_000_000_000, null] },
    ),
  ).toEqual([
    [0, null, 1.5, null],
    [null, 0, 1_700_000_000_000, null],
  ]);
});

it('lets a time be missing only where one is', () => {
  const nullable = (values: readonly (number | null)[]) =>
    decoded({ name: 'f', meta: {}, fields: [{ name: 'time', type: 'time', values }] }).fields[0]!.nullable;
  expect([nullable([1, 2]), nullable([1, null])]).toEqual([false, true]);
});

it('writes texts of any alphabet, and empty ones', () => {
  const values = ['', 'ä', '失敗', '🙂', 'a"b\\c\n'];
  expect(valuesOf({ name: 'text', type: 'string', values })).toEqual([values]);
});

it.each([1, 7, 8, 9, 63, 64, 65, 200])('writes %d times yes or no', (length) => {
  const booleans = Array.from({ length }, (_, i) => i % 3 === 0);
  const numbers = booleans.map((value, i) => (value ? null : i));
  expect(
    valuesOf(
      { name: 'yes', type: 'boolean', values: booleans },
      { name: 'gaps', type: 'number', values: numbers },
    ),
  ).toEqual([booleans, numbers]);
});

it('writes a frame without fields, and fields without values', () => {
  expect(decoded({ name: 'f', meta: {}, fields: [] }).fields).toEqual([]);
  expect(
    valuesOf({ name: 'a', type: 'string', values: [] }, { name: 'b', type: 'boolean', values: [] }),
  ).toEqual([[], []]);
});
