/** Where values and times are on a plot. */
import { scaleLinear, type ScaleLinear } from 'd3-scale';
import type { Layer } from './layer';
import { AXIS_HEIGHT } from './sizes';

/** How far above the bars the axis reaches for marks. */
const OVERLAY_ROOM = 2;
const LEAST_AXIS = 60;
/** A digit of the axis’ labels, and what is left of it and right of it, pixels. */
const CHARACTER = 6.8;
const LABEL_MARGIN = 10;
/** Room for half a line of text above the topmost label. */
const TOP = 10;

type Edges = readonly (readonly (number | null)[])[];

export const xScale = (from: number, to: number, left: number, right: number): ScaleLinear<number, number> =>
  scaleLinear([from, to], [left, right]);

/** Pixels that the axis with these labels needs, at most half of the plot. */
export function axisWidth(labels: readonly string[], width: number): number {
  const longest = Math.max(0, ...labels.map(({ length }) => length));
  return Math.max(LEAST_AXIS, Math.min(Math.ceil(longest * CHARACTER) + LABEL_MARGIN, Math.round(width / 2)));
}

export function yScale(
  edges: Edges,
  overlays: readonly Layer[],
  height: number,
): ScaleLinear<number, number> {
  const stack = most(edges);
  // Marks far above would press the bars flat: those are left to the tooltip.
  const top = Math.max(stack, Math.min(OVERLAY_ROOM * stack, most(overlays.map(({ values }) => values))));
  return scaleLinear([0, top], [height - AXIS_HEIGHT, TOP]).nice(4);
}

/** Numbers of requests have no halves. */
export function yTicks(y: ScaleLinear<number, number>, edges: Edges, height: number): number[] {
  const isWhole = edges.every((edge) => edge.every((value) => Number.isInteger(value ?? 0)));
  return y.ticks(height < 100 ? 2 : 4).filter((value) => !isWhole || Number.isInteger(value));
}

function most(edges: Edges): number {
  let top = 1e-9;
  for (const edge of edges) {
    for (const value of edge) {
      top = Math.max(top, value ?? 0);
    }
  }
  return top;
}
