import type { EpisodeMark } from './episode-marks';

export interface PlacedMark {
  readonly mark: EpisodeMark;
  /** Pixels. */
  readonly left: number;
  readonly width: number;
  /** Line of the lane, from the top. */
  readonly row: number;
}

export interface LaneLayout {
  readonly placed: readonly PlacedMark[];
  /** Marks that fit no line. */
  readonly hidden: number;
}

const ROWS = 3;
const LEAST_WIDTH = 18;

/** Marks in lines so that none covers another, the largest first where the lines do not suffice. */
export function laneLayout(
  marks: readonly EpisodeMark[],
  x: (time: number) => number,
  right: number,
): LaneLayout {
  const placed: PlacedMark[] = [];
  for (const mark of [...marks].sort((a, b) => b.count - a.count)) {
    const left = Math.min(x(mark.from), right - LEAST_WIDTH);
    const width = Math.max(LEAST_WIDTH, x(mark.to) - left);
    const row = Array.from({ length: ROWS }, (_, i) => i).find(
      (line) =>
        !placed.some(
          (other) => other.row === line && other.left < left + width && left < other.left + other.width,
        ),
    );
    if (row !== undefined) {
      placed.push({ mark, left, width, row });
    }
  }
  return { placed: placed.sort((a, b) => a.mark.from - b.mark.from), hidden: marks.length - placed.length };
}
