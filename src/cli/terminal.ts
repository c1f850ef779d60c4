/** What a command writes to, passed in by main.ts. */
export interface Terminal {
  readonly output: NodeJS.WriteStream;
  readonly errors: NodeJS.WriteStream;
  /** Characters in a line. */
  readonly width: number;
}

/** A width that every terminal has, and that is read well. */
const USUAL = 80;
const WIDEST = 160;

export function terminalOf(output: NodeJS.WriteStream, errors: NodeJS.WriteStream): Terminal {
  return { output, errors, width: Math.min(Math.max(output.columns || USUAL, 40), WIDEST) };
}
