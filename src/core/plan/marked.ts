import type { Predicate } from '../predicate';
import type { Branch } from './classification';

/** A condition of which the answer stands in a column of truth values. */
const markedBy = (column: string): Predicate<string> =>
  ({ column, op: 'equals', value: true }) as unknown as Predicate<string>; // the type knows those of logged columns only

/**
 * Branches with columns of truth values instead of some of their conditions.
 * @param markOf the column that stands for a condition; undefined where it stays, and its parts are looked at
 */
export function marked(
  branches: readonly Branch[],
  markOf: (part: Predicate<string>) => string | undefined,
): readonly Branch[] {
  const inside = (part: Predicate<string>): Predicate<string> => {
    const column = markOf(part);
    if (column !== undefined) {
      return markedBy(column);
    }
    if ('all' in part) {
      return { all: part.all.map(inside) };
    }
    if ('any' in part) {
      return { any: part.any.map(inside) };
    }
    return 'not' in part ? { not: inside(part.not) } : part;
  };
  return branches.map(({ when, then }) => ({ when: inside(when), then }));
}
