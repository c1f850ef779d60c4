import { oncePer } from '../once-per';
import type { Marked } from '../predicate';
import type { Branch } from './classification';
import { marked } from './marked';

/** A shorter text is no longer than the name of a column with its guard. */
const LONG = 120;

export interface Repeated {
  /** What stands in more than one place: its text, by the name of the column that has its answer. */
  readonly marks: ReadonlyMap<string, string>;
  /** The branches over these columns. */
  readonly branches: readonly Branch<Marked>[];
}

/**
 * Rules have conditions in common, such as that a policy itself failed, which are long. Each stands in a query once: that is
 * less to send, and less for an engine to take apart.
 * @param print the predicate in the language of the query
 */
export function repeatedIn(branches: readonly Branch<Marked>[], print: (part: Marked) => string): Repeated {
  const printed = oncePer(print);
  const seen = new Map<string, number>();
  branches.forEach(({ when }) => count(when, seen, printed));
  const marks = new Map<string, string>();
  const shortened = marked(branches, (part) => {
    const text = printed(part);
    if ('not' in part || text.length < LONG || (seen.get(text) ?? 0) < 2) {
      return undefined;
    }
    const name = marks.get(text) ?? `Condition${marks.size + 1}`;
    marks.set(text, name);
    return name;
  });
  return { marks: new Map([...marks].map(([text, name]) => [name, text])), branches: shortened };
}

function count(part: Marked, seen: Map<string, number>, print: (part: Marked) => string): void {
  const text = print(part);
  seen.set(text, (seen.get(text) ?? 0) + 1);
  if ('not' in part) {
    count(part.not, seen, print);
  } else if ('all' in part || 'any' in part) {
    ('all' in part ? part.all : part.any).forEach((inner) => count(inner, seen, print));
  }
}
