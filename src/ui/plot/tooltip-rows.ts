/** Which numbers of a bucket the tooltip tells. */
import type { Layer } from './layer';

/** As Grafana’s panels store it: all series of a bucket, the one under the pointer, or nothing. */
export type TooltipMode = 'multi' | 'single' | 'none';

export interface TooltipRow {
  readonly key: string;
  readonly name: string;
  readonly color: string;
  readonly value: number;
  /** For its formatting. */
  readonly field: Layer['field'];
}

/** The largest first; what counts nothing is left out. */
export function tooltipRows(layers: readonly Layer[], bucket: number): readonly TooltipRow[] {
  return layers
    .filter(({ hiddenFrom }) => !hiddenFrom.tooltip)
    .flatMap(({ key, name, color, values, field }) => {
      const value = values[bucket] ?? 0;
      return value > 0 ? [{ key, name, color, value, field }] : [];
    })
    .sort((a, b) => b.value - a.value);
}

/**
 * The series that a pointer at this value is on: the area that contains it, or the nearest one; or the nearest line.
 * @param edges upper edges of stacked areas, or the lines themselves
 */
export function layerAt(
  layers: readonly Layer[],
  edges: readonly (readonly (number | null)[])[],
  bucket: number,
  value: number,
  addsUp: boolean,
): Layer | undefined {
  if (addsUp) {
    const there = layers.filter(({ values }) => (values[bucket] ?? 0) > 0);
    const under = there.find((layer) => value <= (edges[layers.indexOf(layer)]?.[bucket] ?? 0));
    return under ?? there.at(-1);
  }
  const far = (k: number) => {
    const at = edges[k]?.[bucket] ?? null;
    return at === null ? Infinity : Math.abs(at - value);
  };
  const nearest = layers.reduce((best, _, k) => (far(k) < far(best) ? k : best), 0);
  return far(nearest) === Infinity ? undefined : layers[nearest];
}
