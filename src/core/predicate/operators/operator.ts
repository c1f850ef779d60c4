import type { ColumnType } from '../../log';

export type Cell = string | number | boolean | null;
export type OperandKind = 'text' | 'texts' | 'scalar' | 'range' | 'column';
export type Operand = string | number | boolean | readonly string[] | readonly [number, number];

/**
 * One way to compare a column with a value, in three meanings that agree on every cell. Each is two-valued: a missing
 * number is never a match, a missing string is "".
 */
export interface Operator {
  readonly columnTypes: readonly ColumnType[];
  readonly operand: OperandKind;
  /** The reference meaning. For a `column` operand the value is the other column's cell. */
  readonly test: (cell: Cell, value: Cell | Operand) => boolean;
  readonly toKql: (column: string, value: Operand) => string;
  readonly toSql: (column: string, value: Operand) => string;
  /** `[cell, value, expected]`, run against all three meanings. */
  readonly truthTable: readonly (readonly [Cell, Cell | Operand, boolean])[];
}
