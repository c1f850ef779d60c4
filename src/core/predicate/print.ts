import { operator } from './operators';
import type { Predicate } from './predicate';

interface Words {
  readonly column: (name: string) => string;
  readonly meaning: 'toKql' | 'toSql';
}

const kqlWords: Words = { column: (name) => name, meaning: 'toKql' };
const sqlWords: Words = { column: (name) => `"${name}"`, meaning: 'toSql' };

export const toKql = (predicate: Predicate<string>) => print(predicate, kqlWords);
export const toSql = (predicate: Predicate<string>) => print(predicate, sqlWords);

function print(predicate: Predicate<string>, words: Words): string {
  if ('all' in predicate) {
    return joined(predicate.all, 'and', 'true', words);
  }
  if ('any' in predicate) {
    return joined(predicate.any, 'or', 'false', words);
  }
  if ('not' in predicate) {
    return `not(${print(predicate.not, words)})`;
  }
  const value = predicate.op === 'sameAs' ? words.column(predicate.value) : predicate.value;
  return operator(predicate.op)[words.meaning](words.column(predicate.column), value);
}

function joined(parts: readonly Predicate<string>[], word: string, empty: string, words: Words): string {
  const [only, ...others] = parts.map((part) => print(part, words));
  return only === undefined ? empty : others.length === 0 ? only : `(${[only, ...others].join(` ${word} `)})`;
}
