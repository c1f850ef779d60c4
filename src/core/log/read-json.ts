/**
 * JSON as the embedded engine reads it: of a key that stands twice in an object the first one counts, and half a
 * character (a surrogate without its other half) is no text.
 * @throws SyntaxError for what is no JSON
 */
export function readJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (HALVES.test(text) && ESCAPED_HALF.test(JSON.stringify(value))) {
    throw new SyntaxError('a text has half a character');
  }
  return keysIn(text) === keysOf(value) && !SPACED.test(text)
    ? value
    : (JSON.parse(withFirstKeys(text)) as unknown);
}

const HALVES = /\\u[dD][89a-fA-F]/;
/** How a half is written again; a backslash of the text itself is doubled. */
const ESCAPED_HALF = /(?:^|[^\\])(?:\\\\)*\\ud[89a-f]/;

/** Keys that are not counted. */
const SPACED = /"\s+:/;

/** Ends of keys in a text; a few more where texts hold JSON. */
function keysIn(text: string): number {
  let number = 0;
  for (let at = text.indexOf('":'); at >= 0; at = text.indexOf('":', at + 2)) {
    number += Number(text[at - 1] !== '\\');
  }
  return number;
}

/** Keys of all objects in a value, however deep. */
function keysOf(value: unknown): number {
  let number = 0;
  const waiting: object[] = typeof value === 'object' && value !== null ? [value] : [];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    const inner = Object.values(one) as readonly unknown[];
    number += Array.isArray(one) ? 0 : inner.length;
    for (const each of inner) {
      if (typeof each === 'object' && each !== null) {
        waiting.push(each);
      }
    }
  }
  return number;
}

const TOKEN = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}]/g;

/** The same JSON, in which a key that was there before in its object has a name that nobody asks for. */
function withFirstKeys(text: string): string {
  const open: Set<string>[] = [];
  return text.replace(TOKEN, (token: string, colon: string | undefined) => {
    if (token === '{') {
      open.push(new Set());
    } else if (token === '}') {
      open.pop();
    } else if (colon !== undefined) {
      const key = JSON.parse(token.slice(0, -colon.length)) as string;
      const keys = open.at(-1);
      if (keys?.has(key)) {
        return `${JSON.stringify(`${key} (again)`)}:`;
      }
      keys?.add(key);
    }
    return token;
  });
}
