import type { Column, ColumnType, derivedColumns, RowColumn } from '../log';
import type { OperandOf, OperatorName, operators } from './operators';

/**
 * A condition on one row: plain data, the same in TypeScript and in provisioned YAML.
 * @typeParam X text columns besides those of the row
 */
export type Predicate<X extends string = never> =
  | { readonly all: readonly Predicate<X>[] }
  | { readonly any: readonly Predicate<X>[] }
  | { readonly not: Predicate<X> }
  | Leaf<X>;

/** A comparison of a column with a value that fits it. */
export type Leaf<X extends string = never> = { [O in OperatorName]: LeafOf<O, X> }[OperatorName];

type LeafOf<O extends OperatorName, X extends string> =
  OperandKindOf<O> extends 'scalar'
    ? | Comparison<O, TextColumn | X, string>
      | Comparison<O, NumberColumn, number>
      | Comparison<O, TruthColumn, boolean>
    : Comparison<
        O,
        ColumnsFor<(typeof operators)[O]['columnTypes'][number], X>,
        OperandKindOf<O> extends 'column' ? NumberColumn : OperandOf[OperandKindOf<O>]
      >;

interface Comparison<O, C, V> {
  readonly column: C;
  readonly op: O;
  readonly value: V;
}

type OperandKindOf<O extends OperatorName> = (typeof operators)[O]['operand'];
type Typed = Column | (typeof derivedColumns)[number];
type TextColumn = Extract<Typed, { type: 'string' }>['name'];
type NumberColumn = Extract<Typed, { type: 'int' | 'long' }>['name'];
type TruthColumn = Extract<Typed, { type: 'bool' }>['name'];
type ColumnsFor<T extends ColumnType, X extends string> =
  | ('string' extends T ? TextColumn | X : never)
  | ('int' extends T ? NumberColumn : never)
  | ('bool' extends T ? TruthColumn : never);

/** The columns that a predicate reads. */
export function columnsOf<X extends string>(predicate: Predicate<X>): readonly (RowColumn | X)[] {
  if ('all' in predicate) {
    return predicate.all.flatMap((part) => columnsOf(part));
  }
  if ('any' in predicate) {
    return predicate.any.flatMap((part) => columnsOf(part));
  }
  if ('not' in predicate) {
    return columnsOf(predicate.not);
  }
  return predicate.op === 'sameAs' ? [predicate.column, predicate.value] : [predicate.column];
}
