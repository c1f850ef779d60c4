import type { Marked } from '../predicate';
import type { Branch } from './classification';

/**
 * Branches with columns of truth values instead of some of their conditions.
 * @param markOf the column that stands for a condition; undefined where it stays, and its parts are looked at
 */
export function marked(
  branches: readonly Branch<Marked>[],
  markOf: (part: Marked) => string | undefined,
): readonly Branch<Marked>[] {
  const inside = (part: Marked): Marked => {
    const column = markOf(part);
    if (column !== undefined) {
      return { mark: column };
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
