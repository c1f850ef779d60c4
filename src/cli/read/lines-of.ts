export type Line = {
  /** Counted from 1. */
  readonly number: number;
} & ({ readonly text: string } | { readonly error: string });

/** More characters in one line or one record are no log. */
export const LONGEST = 16 * 1024 * 1024;
export const TOO_LONG = 'longer than any record';

/** Lines one by one, whatever the pieces that they come in; of one that is too long nothing is kept. */
export async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<Line> {
  let number = 0;
  let parts: string[] = [];
  let length = 0;
  const line = (): Line => {
    const text = parts.join('');
    const found =
      length > LONGEST ? { error: TOO_LONG } : { text: text.endsWith('\r') ? text.slice(0, -1) : text };
    [parts, length] = [[], 0];
    return { number: ++number, ...found };
  };
  const add = (text: string) => {
    length += text.length;
    if (length > LONGEST) {
      parts = [];
    } else {
      parts.push(text);
    }
  };
  for await (const text of texts) {
    const lines = text.split('\n');
    for (const [i, one] of lines.entries()) {
      if (i > 0) {
        yield line();
      }
      add(one);
    }
  }
  if (length > 0) {
    yield line();
  }
}
