import type { RowColumn } from '../log';
import type { Operand, OperatorName } from './operators';

/** A condition on one row: plain data, the same in TypeScript and in provisioned YAML. */
export type Predicate<C extends string = RowColumn> =
  | { readonly all: readonly Predicate<C>[] }
  | { readonly any: readonly Predicate<C>[] }
  | { readonly not: Predicate<C> }
  | Leaf<C>;

export interface Leaf<C extends string = RowColumn> {
  readonly column: C;
  readonly op: OperatorName;
  /** What to compare with; for `sameAs` the name of another column. */
  readonly value: Operand;
}

/** The columns that a predicate reads. */
export function columnsOf<C extends string>(predicate: Predicate<C>): readonly C[] {
  if ('all' in predicate) {
    return predicate.all.flatMap(columnsOf);
  }
  if ('any' in predicate) {
    return predicate.any.flatMap(columnsOf);
  }
  if ('not' in predicate) {
    return columnsOf(predicate.not);
  }
  return predicate.op === 'sameAs' ? [predicate.column, predicate.value as C] : [predicate.column];
}
