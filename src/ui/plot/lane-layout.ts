export interface PlacedMark<M> {
  readonly mark: M;
  /** Pixels. */
  readonly left: number;
  readonly width: number;
  /** The stretch of time that the mark is about: within it, as a mark may be wider for its name. */
  readonly span: { readonly left: number; readonly width: number };
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
  readonly title: string;
  readonly weight: number;
}

interface Room {
  readonly left: number;
  readonly right: number;
  /** How many lines there are at most. */
  readonly rows: number;
}

const LEAST_WIDTH = 24;
/** What a character takes, and the edges, pixels. */
const CHARACTER = 7;
const EDGES = 12;
/** How wide marks may become for their names; what fits for all of them is taken. */
const NAMES = [180, 120, 76];

/**
 * Marks in lines so that none covers another: with room for their names where the lines suffice, else as wide as their
 * time, the weightiest first.
 */
export function laneLayout<M extends Span>(
  marks: readonly M[],
  x: (time: number) => number,
  room: Room,
): LaneLayout<M> {
  for (const most of NAMES) {
    const layout = laid(marks, x, room, most);
    if (layout.hidden.length === 0) {
      return layout;
    }
  }
  return laid(marks, x, room, LEAST_WIDTH);
}

function laid<M extends Span>(
  marks: readonly M[],
  x: (time: number) => number,
  room: Room,
  most: number,
): LaneLayout<M> {
  const placed: PlacedMark<M>[] = [];
  const hidden: M[] = [];
  for (const mark of [...marks].sort((a, b) => (b.weight > a.weight ? 1 : b.weight < a.weight ? -1 : 0))) {
    const place = placeOf(mark, x, room, most);
    const row = Array.from({ length: room.rows }, (_, i) => i).find(
      (line) =>
        !placed.some(
          (other) =>
            other.row === line && other.left < place.left + place.width && place.left < other.left + other.width,
        ),
    );
    if (row === undefined) {
      hidden.push(mark);
    } else {
      placed.push({ mark, ...place, row });
    }
  }
  return {
    placed: placed.sort((a, b) => a.mark.from - b.mark.from),
    hidden: hidden.sort((a, b) => a.from - b.from),
  };
} // prettier-ignore

function placeOf({ from, to, title }: Span, x: (time: number) => number, room: Room, most: number) {
  const [start, end] = [x(from), x(to)];
  const wanted = Math.min(most, title.length * CHARACTER + EDGES);
  const width = Math.min(Math.max(LEAST_WIDTH, wanted, end - start), room.right - room.left);
  const left = Math.min(start, room.right - width);
  return { left, width, span: { left: start - left, width: end - start } };
}
