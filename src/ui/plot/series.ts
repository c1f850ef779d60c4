/** Frames of any data source as layers over the same times: bounded, in order, and without what is no number. */
import { FieldType, type DataFrame, type Field, type GrafanaTheme2 } from '@grafana/data';
import { finite, isCount, layerOf, leastStep, type Layer } from './layer';

/** More buckets than a screen has pixels are put together. */
const MOST_BUCKETS = 2000;
/** More series than this nobody can tell apart, and a browser cannot draw. */
export const MOST_LAYERS = 100;

export interface Series {
  readonly times: readonly number[];
  readonly stepMs: number | undefined;
  readonly layers: readonly Layer[];
  /** Which frame each layer is of. */
  readonly origins: readonly DataFrame[];
  /** Series beyond what can be shown, the smallest ones. */
  readonly leftOut: number;
}

interface Column {
  readonly field: Field;
  readonly frame: DataFrame;
  readonly times: readonly number[];
  readonly values: readonly (number | null)[];
}

export const isTimed = ({ fields }: DataFrame): boolean => fields.some(isTime) && fields.some(isNumber);
const isTime = ({ type }: Field) => type === FieldType.time;
const isNumber = ({ type }: Field) => type === FieldType.number;

export function seriesOf(frames: readonly DataFrame[], theme: GrafanaTheme2): Series {
  const all = frames.filter(isTimed).flatMap(columnsOf);
  const shown = largest(all);
  const times = unionOf(shown);
  const slots = new Map(times.map((time, i) => [time, i]));
  const layers = shown.map(({ field, frame, ...column }) => {
    const values =
      column.times === times ? column.values : placed(column.times, column.values, slots, times.length);
    return layerOf(field, frame, frames, theme, values);
  });
  return {
    times,
    stepMs: leastStep(times),
    layers: distinct(layers),
    origins: shown.map(({ frame }) => frame),
    leftOut: all.length - shown.length,
  };
}

/** What was left out is no series of its own: it is told beside the plot. */
function largest(columns: readonly Column[]): readonly Column[] {
  if (columns.length <= MOST_LAYERS) {
    return columns;
  }
  const sizes = new Map(
    columns.map((column) => [column, column.values.reduce<number>((sum, value) => sum + (value ?? 0), 0)]),
  );
  const kept = new Set(
    [...columns].sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0)).slice(0, MOST_LAYERS),
  );
  return columns.filter((column) => kept.has(column));
}

function columnsOf(frame: DataFrame): Column[] {
  const given = finite(frame.fields.find(isTime)?.values ?? []);
  const rows = rowsInOrder(given);
  const size = Math.ceil(rows.length / MOST_BUCKETS);
  const starts = rows.filter((_, i) => i % Math.max(1, size) === 0);
  const times = starts.map((row) => given[row] ?? 0);
  return frame.fields.filter(isNumber).map((field) => {
    const all = finite(field.values);
    const values =
      size <= 1 ? rows.map((row) => all[row] ?? null) : together(rows, all, size, isCount(field));
    return { field, frame, times, values };
  });
}

/** Rows that have a time, by their time. */
function rowsInOrder(times: readonly (number | null)[]): number[] {
  const rows: number[] = [];
  let last = -Infinity;
  let isSorted = true;
  times.forEach((time, row) => {
    if (time !== null) {
      rows.push(row);
      isSorted &&= time >= last;
      last = time;
    }
  });
  return isSorted ? rows : rows.sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0));
}

/** So many rows as one: counts are added up, others averaged. */
function together(
  rows: readonly number[],
  values: readonly (number | null)[],
  size: number,
  addsUp: boolean,
): (number | null)[] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, slot) => {
    let [sum, numbers] = [0, 0];
    for (let i = slot * size; i < Math.min(rows.length, (slot + 1) * size); i++) {
      const value = values[rows[i] ?? -1] ?? null;
      sum += value ?? 0;
      numbers += value === null ? 0 : 1;
    }
    return numbers === 0 ? null : addsUp ? sum : sum / numbers;
  });
}

/** All times once, in order. */
function unionOf(columns: readonly Column[]): readonly number[] {
  const [first] = columns;
  if (!first || columns.every(({ times }) => times === first.times)) {
    const times = first?.times ?? [];
    return new Set(times).size === times.length ? times : [...new Set(times)];
  }
  return [...new Set(columns.flatMap(({ times }) => times))].sort((a, b) => a - b);
}

function placed(
  times: readonly number[],
  values: readonly (number | null)[],
  slots: ReadonlyMap<number, number>,
  length: number,
): (number | null)[] {
  const all = new Array<number | null>(length).fill(null);
  times.forEach((time, i) => {
    const slot = slots.get(time);
    const value = values[i] ?? null;
    if (slot !== undefined && value !== null) {
      all[slot] = (all[slot] ?? 0) + value;
    }
  });
  return all;
}

/** Names may be the same, keys may not. */
function distinct(layers: readonly Layer[]): Layer[] {
  const seen = new Map<string, number>();
  return layers.map((layer) => {
    const times = seen.get(layer.key) ?? 0;
    seen.set(layer.key, times + 1);
    return times === 0 ? layer : { ...layer, key: `${layer.key} (${times + 1})` };
  });
}
