export interface Line {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
}

/** More characters in one line or one record are no log. */
export const LONGEST = 32 * 1024 * 1024;

/** @throws RangeError for a line that is longer than any record */
export async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<Line> {
  let number = 0;
  let rest = '';
  for await (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST) {
      throw new RangeError(`line ${number + lines.length + 1} is longer than any record`);
    }
    for (const line of lines) {
      yield { number: ++number, text: line.endsWith('\r') ? line.slice(0, -1) : line };
    }
  }
  if (rest !== '') {
    yield { number: ++number, text: rest };
  }
}
