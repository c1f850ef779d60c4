/** What plots draw: series of numbers over the same times. Pure, and all that can be tested without a browser. */
import {
  getFieldDisplayName,
  getFieldSeriesColor,
  type DataFrame,
  type Field,
  type GrafanaTheme2,
} from '@grafana/data';
import { brief } from './brief';

/** How an area is filled, so that not only its colour tells it from its neighbours. */
export type Pattern = 'solid' | 'hatched' | 'dotted';

export interface Layer {
  readonly key: string;
  readonly name: string;
  readonly color: string;
  readonly pattern: Pattern;
  /** One number per bucket, null where there is none. */
  readonly values: readonly (number | null)[];
  readonly total: number;
  readonly mean: number;
  /** The frame's field, for its formatting and links. */
  readonly field: Field;
  /** Where a field override hides it. */
  readonly hiddenFrom: HiddenFrom;
}

/** As Grafana stores it in `custom.hideFrom`. */
export interface HiddenFrom {
  readonly viz: boolean;
  readonly legend: boolean;
  readonly tooltip: boolean;
}

/** @param all frames of the panel, which decide how much of a name is needed */
export function layerOf(
  field: Field,
  frame: DataFrame,
  all: readonly DataFrame[],
  theme: GrafanaTheme2,
  values: readonly (number | null)[] = finite(field.values),
): Layer {
  const name = brief(getFieldDisplayName(field, frame, [...all]));
  return {
    key: name,
    name,
    color: getFieldSeriesColor(field, theme).color,
    pattern: 'solid',
    ...summary(values),
    field,
    hiddenFrom: hiddenFromOf(field),
  };
}

/** Several layers as one, named and coloured as said. */
export function merged(
  layers: readonly Layer[],
  as: Pick<Layer, 'key' | 'name' | 'color' | 'pattern'>,
): Layer {
  const [first] = layers;
  if (!first) {
    throw new RangeError('nothing to merge');
  }
  const values = first.values.map((_, i) =>
    layers.reduce<number | null>((sum, layer) => {
      const value = layer.values[i] ?? null;
      return value === null ? sum : (sum ?? 0) + value;
    }, null),
  );
  return { ...first, ...as, ...summary(values), hiddenFrom: NOWHERE };
}

function summary(values: readonly (number | null)[]): Pick<Layer, 'values' | 'total' | 'mean'> {
  let total = 0;
  let numbers = 0;
  for (const value of values) {
    if (value !== null) {
      total += value;
      numbers += 1;
    }
  }
  return { values, total, mean: numbers === 0 ? 0 : total / numbers };
}

export const NOWHERE: HiddenFrom = { viz: false, legend: false, tooltip: false };

function hiddenFromOf({ config }: Field): HiddenFrom {
  const { hideFrom } = (config.custom ?? {}) as { hideFrom?: Partial<HiddenFrom> };
  return hideFrom ? { ...NOWHERE, ...hideFrom } : NOWHERE;
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

/** Only numbers of requests may be added up over time. */
export const isCount = ({ config: { unit } }: Field) =>
  unit === undefined || unit === '' || unit === 'short' || unit === 'none' || unit === 'locale';
