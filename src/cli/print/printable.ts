/** Control characters, of which terminals take some as commands, and marks that turn the direction of writing. */
const UNPRINTABLE = /[\p{Cc}\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Text of a log, of a file’s name or of a query as it may be shown on a terminal: on one line, with `\u001b` for ESC. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, escaped);
}

/** A value as JSON. Such characters can stand in its texts only, where this is how they are written. */
export function jsonText(value: unknown, indent = 0): string {
  const lines = JSON.stringify(value, null, indent).split('\n');
  return lines.map(printable).join('\n');
}

const escaped = (c: string) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
