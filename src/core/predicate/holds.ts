import { operators, type Cell } from './operators';
import type { Predicate } from './predicate';

/** Whether the row meets the predicate: the reference meaning that both query languages are held against. */
export function holds<C extends string>(predicate: Predicate<C>, row: Readonly<Record<C, Cell>>): boolean {
  if ('all' in predicate) {
    return predicate.all.every((part) => holds(part, row));
  }
  if ('any' in predicate) {
    return predicate.any.some((part) => holds(part, row));
  }
  if ('not' in predicate) {
    return !holds(predicate.not, row);
  }
  const operator = operators[predicate.op];
  const value = operator.operand === 'column' ? row[predicate.value as C] : predicate.value;
  return operator.test(row[predicate.column], value);
}
