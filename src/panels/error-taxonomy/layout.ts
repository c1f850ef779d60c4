/** What fits where: pure. */
import type { Column } from './groups';

export interface Layout {
  /** Where the table or legend is; nowhere where the panel is too small for more than the graph. */
  readonly place: 'right' | 'bottom' | 'none';
  readonly plot: { readonly width: number; readonly height: number };
  readonly side: { readonly width: number; readonly height: number };
}

interface Wanted {
  readonly width: number;
  readonly height: number;
  readonly placement: 'bottom' | 'right';
  /** Whether there is a graph at all. */
  readonly hasGraph: boolean;
  /** Pixels that all of the table or legend would take, about. */
  readonly wanted: number;
}

const NARROW = 720;
const LEAST_GRAPH = 130;
/** A head and a row. */
const LEAST_TABLE = 60;
const LINE = 30;
const LEGEND_LINE = 26;
const LEGEND_ENTRY = 170;

export const tableHeight = (rows: number) => (rows + 1) * LINE;
export const legendHeight = (entries: number, width: number) =>
  Math.ceil(entries / Math.max(1, Math.floor(width / LEGEND_ENTRY))) * LEGEND_LINE + 8;

export function layoutOf({ width, height, placement, hasGraph, wanted }: Wanted): Layout {
  const whole = { width, height };
  const nowhere = { width: 0, height: 0 };
  if (!hasGraph) {
    return { place: 'bottom', plot: nowhere, side: whole };
  }
  if (placement === 'right' && width >= NARROW && height >= LEAST_TABLE) {
    const side = Math.round(width * 0.56);
    return { place: 'right', plot: { width: width - side, height }, side: { width: side, height } };
  }
  const table = Math.min(wanted, Math.round(height * 0.55), height - LEAST_GRAPH);
  return table < Math.min(wanted, LEAST_TABLE) || width < 240
    ? { place: 'none', plot: whole, side: nowhere }
    : { place: 'bottom', plot: { width, height: height - table }, side: { width, height: table } };
}

/** Pixels that a column needs, the most important first. */
const WIDTHS: readonly (readonly [Column, number])[] = [
  ['value', 68],
  ['share', 66],
  ['trend', 76],
  ['lastSeen', 84],
  ['owner', 112],
  ['firstSeen', 84],
  ['where', 260],
  ['fix', 260],
];
/** For the name with its swatch, and for the button beside it. */
const NAME = 200;

/** How many there were is there in any case. @param has whether there is anything to show in it */
export function columnsFor(width: number, has: (column: Column) => boolean): ReadonlySet<Column> {
  let rest = width - NAME;
  const fitting = new Set<Column>(['title']);
  for (const [column, needed] of WIDTHS) {
    if (has(column)) {
      rest -= needed;
      if (rest < 0 && column !== 'value') {
        break;
      }
      fitting.add(column);
    }
  }
  return fitting;
}
