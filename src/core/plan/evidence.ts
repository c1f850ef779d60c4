/**
 * What the rules see of a row: its texts, and of its numbers only what they ask of them. Failures repeat each other, so
 * the embedded engine tries the rules once for each different evidence instead of once for each row.
 */
import { columns, derivedColumns } from '../log';
import { columnsOf, toSql, type Predicate } from '../predicate';
import type { Branch } from './classification';

export interface Evidence {
  /** Text columns that the rules read. */
  readonly texts: readonly string[];
  /** What they ask of numbers: an expression that is true or false, by the name of its column. */
  readonly marks: ReadonlyMap<string, string>;
  /** The rules over these columns. */
  readonly branches: readonly Branch[];
}

const numbers: ReadonlySet<string> = new Set(
  [...columns, ...derivedColumns].filter(({ type }) => type !== 'string').map(({ name }) => name),
);

export function evidenceOf(branches: readonly Branch[]): Evidence {
  const names = new Map<string, string>();
  const marked = branches.map(({ when, then }) => ({ when: withMarks(when, names), then }));
  const read = branches.flatMap(({ when }) => columnsOf(when));
  return {
    texts: [...new Set(read)].filter((column) => !numbers.has(column)),
    marks: new Map([...names].map(([sql, name]) => [name, sql])),
    branches: marked,
  };
}

/** The predicate with a column of truth values for each comparison of a number. */
function withMarks(predicate: Predicate<string>, names: Map<string, string>): Predicate<string> {
  if ('all' in predicate) {
    return { all: predicate.all.map((part) => withMarks(part, names)) };
  }
  if ('any' in predicate) {
    return { any: predicate.any.map((part) => withMarks(part, names)) };
  }
  if ('not' in predicate) {
    return { not: withMarks(predicate.not, names) };
  }
  if (!numbers.has(predicate.column)) {
    return predicate;
  }
  const sql = toSql(predicate);
  const name = names.get(sql) ?? `Mark${names.size + 1}`;
  names.set(sql, name);
  // The type knows the truth values of logged columns only.
  return { column: name, op: 'equals', value: true } as unknown as Predicate<string>;
}
