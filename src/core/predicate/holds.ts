import type { RowColumn } from '../log';
import { operator, type Cell } from './operators';
import type { Predicate } from './predicate';

/** Whether the row meets the predicate: the reference meaning that both query languages are held against. */
export function holds<X extends string>(
  predicate: Predicate<X>,
  row: Readonly<Record<RowColumn | X, Cell>>,
): boolean {
  if ('all' in predicate) {
    return predicate.all.every((part) => holds(part, row));
  }
  if ('any' in predicate) {
    return predicate.any.some((part) => holds(part, row));
  }
  if ('not' in predicate) {
    return !holds(predicate.not, row);
  }
  const value = predicate.op === 'sameAs' ? row[predicate.value] : predicate.value;
  return operator(predicate.op).test(row[predicate.column], value);
}
