/** Markdown as GitHub reads it, from texts that may contain anything. */

/** Text as it stands: no character of it is markup, and tags that it quotes are code. */
export function prose(text: string): string {
  const tags = /(?<!\w)<[a-z].*>/s.exec(text)?.[0];
  if (tags === undefined) {
    return escaped(text);
  }
  const at = text.indexOf(tags);
  return escaped(text.slice(0, at)) + code(tags) + escaped(text.slice(at + tags.length));
}

function escaped(text: string): string {
  return text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/[\\`*<|~[\]]/g, (character) => `\\${character}`)
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/^(>|#{1,6}\s|[-+]\s|\d+(?=[.)]\s))/, '\\$1');
}

/** A value as code: fenced with more backticks than it contains, and whole inside a table too. */
export function code(value: string | number | boolean | null): string {
  const text = String(value).replaceAll('|', '\\|').replaceAll('\r', '\\r').replaceAll('\n', '\\n');
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .*\S.* $/.test(text) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** Several lines of code. */
export function fenced(text: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return [fence + language, text, fence].join('\n');
}

export function link(title: string, address: string): string {
  return `[${prose(title)}](${address.replace(/[\s<>()\\|]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)})`;
}

/** @param rows cells that are Markdown already */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** @param items Markdown; further lines of one are indented below it */
export function list(items: readonly string[], mark: '-' | '1.' = '-'): string {
  return items
    .map((item, i) => {
      const bullet = mark === '-' ? '- ' : `${i + 1}. `;
      return bullet + item.replace(/\n(?!\n)/g, `\n${' '.repeat(bullet.length)}`);
    })
    .join('\n');
}

/** A page of paragraphs, lists and tables; empty ones are left out. */
export function page(...blocks: readonly string[]): string {
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** A part of a page, or nothing where there is nothing to say. */
export function section(title: string, ...blocks: readonly string[]): string {
  const filled = blocks.filter((block) => block !== '');
  return filled.length === 0 ? '' : [`## ${title}`, ...filled].join('\n\n');
}

/** Says where a page comes from, for those who would edit it. */
export function origin(from: string): string {
  return `<!-- Generated from ${from} by npm run generate: do not edit this page. -->`;
}
