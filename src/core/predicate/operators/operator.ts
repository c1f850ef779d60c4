import type { ColumnType } from '../../log';

export type Cell = string | number | boolean | null;

/** What a leaf names to compare with, by kind of operand. */
export interface OperandOf {
  readonly text: string;
  readonly texts: readonly string[];
  readonly number: number;
  readonly boolean: boolean;
  /** Of the column's own type. */
  readonly scalar: string | number | boolean;
  /** From and to, both included. */
  readonly range: readonly [number, number];
  /** Name of another column. */
  readonly column: string;
}
export type OperandKind = keyof OperandOf;

/** What the operator sees of the operand: of another column its cell. */
type Seen<K extends OperandKind> = K extends 'column' ? Cell : OperandOf[K];

/**
 * One way to compare a column with a value, in three meanings that agree on every cell. Each is two-valued: a missing
 * number is never a match, a missing string is "".
 */
export interface Operator<K extends OperandKind> {
  readonly columnTypes: readonly ColumnType[];
  readonly operand: K;
  /** The comparison in words, to stand between the column's name and the operand. */
  readonly says: string;
  /** The reference meaning. */
  readonly test: (cell: Cell, value: Seen<K>) => boolean;
  readonly toKql: (column: string, value: OperandOf[K]) => string;
  readonly toSql: (column: string, value: OperandOf[K]) => string;
  /** `[cell, value, expected]`, run against all three meanings. */
  readonly truthTable: readonly (readonly [Cell, Seen<K>, boolean])[];
}
