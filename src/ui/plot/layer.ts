/** What plots draw: series of numbers over the same times. Pure, and all that can be tested without a browser. */
import {
  getFieldDisplayName,
  getFieldSeriesColor,
  type DataFrame,
  type Field,
  type GrafanaTheme2,
} from '@grafana/data';

export interface Layer {
  readonly name: string;
  readonly color: string;
  /** One number per bucket, null where there is none. */
  readonly values: readonly (number | null)[];
  readonly total: number;
  readonly mean: number;
  /** The frame's field, for its formatting and links. */
  readonly field: Field;
}

/** @param all frames of the panel, which decide how much of a name is needed */
export function layerOf(
  field: Field,
  frame: DataFrame,
  all: readonly DataFrame[],
  theme: GrafanaTheme2,
): Layer {
  const values = finite(field.values);
  const numbers = values.filter((value) => value !== null);
  const total = numbers.reduce((sum, value) => sum + value, 0);
  return {
    name: getFieldDisplayName(field, frame, [...all]),
    color: getFieldSeriesColor(field, theme).color,
    values,
    total,
    mean: numbers.length === 0 ? 0 : total / numbers.length,
    field,
  };
}

/** What is no finite number is nothing. */
export const finite = (values: ArrayLike<unknown>): readonly (number | null)[] =>
  Array.from(values, (value) => (typeof value === 'number' && Number.isFinite(value) ? value : null));

/** The shortest distance between neighbours; undefined with less than two times. */
export function leastStep(times: readonly number[]): number | undefined {
  return times.slice(1).reduce<number | undefined>((least, time, i) => {
    const step = time - (times[i] ?? 0);
    return least === undefined ? step : Math.min(least, step);
  }, undefined);
}
