/** Paths of the plot. */
import type { Layer } from './layer';

type Scale = (value: number) => number;
type Values = readonly (number | null)[];

/** Upper edges of all layers, bucket by bucket. */
export function stacked(layers: readonly Layer[], buckets: number): number[][] {
  const below = new Array<number>(buckets).fill(0);
  return layers.map(({ values }) => {
    values.forEach((value, i) => (below[i] = (below[i] ?? 0) + (value ?? 0)));
    return [...below];
  });
}

/** A bar for each bucket, from the layer below to this one. */
export function bars(
  times: readonly number[],
  stepMs: number,
  below: Values | undefined,
  edges: Values,
  x: Scale,
  y: Scale,
): string {
  return times
    .map((time, i) => {
      const [bottom, top] = [y(below?.[i] ?? 0), y(edges[i] ?? 0)];
      const width = Math.max(1, x(time + stepMs) - x(time) - 1);
      return top < bottom
        ? `M${x(time).toFixed(1)} ${bottom.toFixed(1)}h${width.toFixed(1)}V${top.toFixed(1)}h${(-width).toFixed(1)}z`
        : '';
    })
    .join('');
}

/** A line through the middles of the buckets, with gaps where there is no value; one value between gaps is a dot. */
export function line(times: readonly number[], stepMs: number, values: Values, x: Scale, y: Scale): string {
  let gap = true;
  return times
    .map((time, i) => {
      const value = values[i] ?? null;
      const begins = gap;
      gap = value === null;
      if (value === null) {
        return '';
      }
      const point = `${x(time + stepMs / 2).toFixed(1)} ${y(value).toFixed(1)}`;
      return begins ? `M${point}h0` : `L${point}`;
    })
    .join('');
}

/** A short stroke across each bucket at its value. */
export function ticks(times: readonly number[], stepMs: number, values: Values, x: Scale, y: Scale): string {
  return times
    .map((time, i) => {
      const value = values[i] ?? null;
      return value === null
        ? ''
        : `M${x(time).toFixed(1)} ${y(value).toFixed(1)}H${x(time + stepMs).toFixed(1)}`;
    })
    .join('');
}
