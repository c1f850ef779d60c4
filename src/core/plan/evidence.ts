/**
 * What the rules see of a row: its texts, and of its numbers only what they ask of them. Failures repeat each other, so
 * the embedded engine tries the rules once for each different evidence instead of once for each row.
 */
import { columns, derivedColumns } from '../log';
import { oncePer } from '../once-per';
import { columnsOf, toSql, type Marked } from '../predicate';
import type { Branch } from './classification';
import { marked } from './marked';

export interface Evidence {
  /** Text columns that the rules read. */
  readonly texts: readonly string[];
  /** What they ask of numbers: an expression that is true or false, by the name of its column. */
  readonly marks: ReadonlyMap<string, string>;
  /** The rules over these columns. */
  readonly branches: readonly Branch<Marked>[];
}

const numbers: ReadonlySet<string> = new Set(
  [...columns, ...derivedColumns].filter(({ type }) => type !== 'string').map(({ name }) => name),
);

export const evidenceOf = oncePer((branches: readonly Branch[]): Evidence => {
  const names = new Map<string, string>();
  const overMarks = marked(branches, (part) => {
    if (!('op' in part) || !numbers.has(part.column)) {
      return undefined;
    }
    const sql = toSql(part);
    const name = names.get(sql) ?? `Mark${names.size + 1}`;
    names.set(sql, name);
    return name;
  });
  const read = branches.flatMap(({ when }) => columnsOf(when));
  return {
    texts: [...new Set(read)].filter((column) => !numbers.has(column)),
    marks: new Map([...names].map(([sql, name]) => [name, sql])),
    branches: overMarks,
  };
});
