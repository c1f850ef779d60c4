/** Frames of other data sources, as large or as hostile as somebody likes. */
import { FieldType, toDataFrame, type DataFrame } from '@grafana/data';
import { range } from './invented';

const HOSTILE = '<img src=x onerror="document.title=\'injected\'"><script>document.title="injected"</script>';

const timesOf = (rows: number) => {
  const step = (range.to - range.from) / rows;
  return Array.from({ length: rows }, (_, i) => range.from + i * step);
};

/** @param value of a series at a row */
export function wide(
  count: number,
  rows: number,
  value: (series: number, row: number) => number | null = (series, row) => ((row * (series + 3)) % 17) + (series % 5),
  name = (series: number) => `Series ${series + 1}`,
): DataFrame {
  return toDataFrame({
    fields: [
      { name: 'time', type: FieldType.time, values: timesOf(rows) },
      ...Array.from({ length: count }, (_, series) => ({
        name: name(series),
        type: FieldType.number,
        values: Array.from({ length: rows }, (_, row) => value(series, row)),
      })),
    ],
  });
} // prettier-ignore

/** A million rows, what is no number, script in names, and a name as long as a page. */
export const hostile = (): DataFrame[] => [
  wide(1, 1_000_000, (_, row) => row % 11, () => HOSTILE),
  wide(3, 200, (series, row) => [NaN, Infinity, -Infinity, row][(series + row) % 4] ?? 0, (i) => `${HOSTILE} ${'long '.repeat(i * 40_000)}`),
]; // prettier-ignore

export const annotations = (): DataFrame[] => [
  toDataFrame({
    fields: [
      { name: 'time', type: FieldType.time, values: [range.from + 3_600_000, range.from + 9_000_000, range.from + 16_000_000] },
      { name: 'timeEnd', type: FieldType.time, values: [range.from + 3_600_000, range.from + 11_000_000, range.from + 17_500_000] },
      { name: 'title', type: FieldType.string, values: ['Deployment of orders 4.2', 'Maintenance window', HOSTILE] },
      { name: 'text', type: FieldType.string, values: ['By the pipeline. <a href="https://example.com/run/7">Run 7</a>', 'Firewall rules', `${HOSTILE}<a href="javascript:alert(1)">x</a>`] },
      { name: 'tags', type: FieldType.other, values: [['deployment'], ['network'], []] },
      { name: 'color', type: FieldType.string, values: ['rgba(0, 211, 255, 1)', 'orange', 'red;background:url(x)'] },
    ],
  }),
]; // prettier-ignore
