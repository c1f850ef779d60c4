/** KQL that people write by hand, taken apart just far enough that no text, no comment and no name is mistaken for a macro. */
import { GatewaylensError } from '../../errors';

export type Lexeme =
  /** `quoted` is a text whose escapes are known; of `verbatim` ones there is no way to escape everything. */
  | { readonly kind: 'comment' | 'quoted' | 'verbatim' | 'mark' | 'other'; readonly text: string }
  /** A variable or a macro: `$name`, `${name}` or `${name:format}`. */
  | { readonly kind: 'reference'; readonly text: string; readonly name: string; readonly format: string };

/** As Microsoft’s own lexer reads them, which the tests hold this against. */
const LEXEME = new RegExp(
  [
    String.raw`(?<comment>(?://|#)[^\r\n]*)`,
    String.raw`(?<verbatim>[hH]?@(?:"(?:[^"\r\n]|"")*"|'(?:[^'\r\n]|'')*')|${'```[^]*?```'}|~~~[^]*?~~~)`,
    String.raw`(?<quoted>[hH]?(?:"(?:[^"\\\r\n]|\\[^\r\n])*"|'(?:[^'\\\r\n]|\\[^\r\n])*'))`,
    String.raw`(?<open>["']|${'```'}|~~~)`,
    String.raw`\$(?:(?<plain>\w+)|\{(?<braced>[\w.]+)(?::(?<format>[^{}]*))?\})`,
    String.raw`(?<mark>[(),])`,
    String.raw`(?<other>\w+|\s+|[^])`,
  ].join('|'),
  'gy',
);

/** Sides of a join in KQL itself. */
const OF_KQL = new Set(['left', 'right']);

/** @throws GatewaylensError for a text that is not closed */
export function lexemesOf(text: string): readonly Lexeme[] {
  return [...text.matchAll(LEXEME)].map((found) => lexemeOf(found, text));
}

function lexemeOf(found: RegExpMatchArray, whole: string): Lexeme {
  const [text] = found;
  const { comment, verbatim, quoted, open, plain, braced, format = '', mark } = found.groups ?? {};
  if (open !== undefined) {
    const line = whole.slice(0, found.index).split('\n').length;
    throw new GatewaylensError('kql-text-open', { mark: open, line: String(line) });
  }
  const name = plain ?? braced;
  if (name !== undefined && !(plain !== undefined && OF_KQL.has(plain))) {
    return { kind: 'reference', text, name, format };
  }
  const kind = comment !== undefined ? 'comment' : verbatim !== undefined ? 'verbatim' : quoted !== undefined ? 'quoted' : mark !== undefined ? 'mark' : 'other';
  return { kind, text };
} // prettier-ignore

/** References within a quoted text. */
export const IN_TEXT = /\$(?:(\w+)|\{([\w.]+)(?::([^{}]*))?\})/g;
