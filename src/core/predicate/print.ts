import { operator } from './operators';
import type { Leaf } from './predicate';

/** A predicate of which a query has worked out some parts before: their truth values stand in columns, and none is missing. */
export type Marked =
  | { readonly all: readonly Marked[] }
  | { readonly any: readonly Marked[] }
  | { readonly not: Marked }
  | { readonly mark: string }
  | Leaf<string>;

interface Words {
  readonly column: (name: string) => string;
  readonly meaning: 'toKql' | 'toSql';
}

const kqlWords: Words = { column: (name) => name, meaning: 'toKql' };
const sqlWords: Words = { column: (name) => `"${name}"`, meaning: 'toSql' };

export const toKql = (predicate: Marked) => print(predicate, kqlWords);
export const toSql = (predicate: Marked) => print(predicate, sqlWords);

function print(predicate: Marked, words: Words): string {
  if ('all' in predicate) {
    return joined(predicate.all, 'and', 'true', words);
  }
  if ('any' in predicate) {
    return joined(predicate.any, 'or', 'false', words);
  }
  if ('not' in predicate) {
    return `not(${print(predicate.not, words)})`;
  }
  if ('mark' in predicate) {
    return words.column(predicate.mark);
  }
  const value = predicate.op === 'sameAs' ? words.column(predicate.value) : predicate.value;
  return operator(predicate.op)[words.meaning](words.column(predicate.column), value);
}

function joined(parts: readonly Marked[], word: string, empty: string, words: Words): string {
  const [only, ...others] = parts.map((part) => print(part, words));
  return only === undefined ? empty : others.length === 0 ? only : `(${[only, ...others].join(` ${word} `)})`;
}
