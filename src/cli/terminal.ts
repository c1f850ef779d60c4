/** What a command writes to, and the clock, passed in by main.ts. */
export interface Terminal {
  readonly output: NodeJS.WriteStream;
  readonly errors: NodeJS.WriteStream;
  /** Characters in a line of text. */
  readonly width: number;
  /** Characters in a line of a table; a file or another program gets tables whole. */
  readonly tableWidth: number;
  readonly now: () => number;
}

export type Widths = Pick<Terminal, 'width' | 'tableWidth'>;

/** A width that every terminal has, and that is read well. */
const USUAL = 80;
const WIDEST = 160;

export function terminalOf(
  output: NodeJS.WriteStream,
  errors: NodeJS.WriteStream,
  now: () => number,
): Terminal {
  const width = Math.min(Math.max(output.columns || USUAL, 40), WIDEST);
  return { output, errors, width, tableWidth: output.isTTY ? width : Infinity, now };
}
