/** Paths of the plot. */
import type { Layer } from './layer';

type Scale = (value: number) => number;
type Values = readonly (number | null)[];

/** Upper edges of all layers, bucket by bucket; what is less than nothing cannot be stacked. */
export function stacked(layers: readonly Layer[], buckets: number): number[][] {
  const below = new Array<number>(buckets).fill(0);
  return layers.map(({ values }) => {
    values.forEach((value, i) => (below[i] = (below[i] ?? 0) + Math.max(0, value ?? 0)));
    return [...below];
  });
}

/** Where the bar of each bucket begins and how wide it is, as its path says it: the same for all layers. */
export interface Columns {
  readonly starts: readonly string[];
  readonly widths: readonly string[];
}

export function columnsOf(times: readonly number[], stepMs: number, x: Scale): Columns {
  return {
    starts: times.map((time) => x(time).toFixed(1)),
    widths: times.map((time) => barWidth(x(time + stepMs) - x(time)).toFixed(1)),
  };
}

/** Bars that are hardly wider than the gap between them stand without one, or their colours fade. */
const barWidth = (room: number) => Math.max(1, room < 4 ? room : room - 1);

/** How high the edge of a layer is in each bucket, as paths say it: of the layer itself and of the one above. */
export const heightsOf = (edge: Values, y: Scale): readonly string[] =>
  edge.map((value) => y(value ?? 0).toFixed(1));

/** A bar for each bucket, from the layer below to this one. */
export function bars(
  { starts, widths }: Columns,
  bottoms: string | readonly string[],
  tops: readonly string[],
): string {
  let path = '';
  for (let i = 0; i < starts.length; i++) {
    const [bottom, top] = [typeof bottoms === 'string' ? bottoms : bottoms[i], tops[i]];
    if (top !== bottom) {
      path += `M${starts[i]} ${bottom}h${widths[i]}V${top}h-${widths[i]}z`;
    }
  }
  return path;
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
