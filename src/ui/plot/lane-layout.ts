export interface PlacedMark<M> {
  readonly mark: M;
  /** Pixels. */
  readonly left: number;
  readonly width: number;
  /** Line of the lane, from the top. */
  readonly row: number;
}

export interface LaneLayout<M> {
  readonly placed: readonly PlacedMark<M>[];
  /** Marks that fit no line. */
  readonly hidden: readonly M[];
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

const ROWS = 3;
const LEAST_WIDTH = 24;

/** Marks in lines so that none covers another, the weightiest first where the lines do not suffice. */
export function laneLayout<M extends Span>(
  marks: readonly M[],
  x: (time: number) => number,
  right: number,
): LaneLayout<M> {
  const placed: PlacedMark<M>[] = [];
  const hidden: M[] = [];
  for (const mark of [...marks].sort((a, b) => (b.weight > a.weight ? 1 : b.weight < a.weight ? -1 : 0))) {
    const left = Math.min(x(mark.from), right - LEAST_WIDTH);
    const width = Math.max(LEAST_WIDTH, x(mark.to) - left);
    const row = Array.from({ length: ROWS }, (_, i) => i).find(
      (line) =>
        !placed.some(
          (other) => other.row === line && other.left < left + width && left < other.left + other.width,
        ),
    );
    if (row === undefined) {
      hidden.push(mark);
    } else {
      placed.push({ mark, left, width, row });
    }
  }
  return {
    placed: placed.sort((a, b) => a.mark.from - b.mark.from),
    hidden: hidden.sort((a, b) => a.from - b.from),
  };
}
