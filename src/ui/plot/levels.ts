/** A value that means something, drawn as a line where the axis reaches it. */
export interface Level {
  readonly value: number;
  readonly label: string;
  /** What it means to be there. */
  readonly meaning: string;
  readonly isStrong: boolean;
}

export interface PlacedLevel extends Level {
  readonly y: number;
  /** Whether there is room for its name. */
  readonly isNamed: boolean;
}

const LABEL_HEIGHT = 16;

/** Those within the axis; strong ones are named first. */
export function placedLevels(
  levels: readonly Level[],
  top: number,
  y: (value: number) => number,
): PlacedLevel[] {
  const within = levels.filter(({ value }) => value <= top);
  const named = new Set<number>();
  for (const { value } of [...within].sort((a, b) => Number(b.isStrong) - Number(a.isStrong))) {
    if ([...named].every((other) => Math.abs(y(other) - y(value)) >= LABEL_HEIGHT)) {
      named.add(value);
    }
  }
  return within.map((level) => ({ ...level, y: y(level.value), isNamed: named.has(level.value) }));
}
