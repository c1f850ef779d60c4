import type { ColumnValues } from '../columns';

/**
 * A column computed from logged ones, and from derived ones that stand before it. Its three meanings stand side by side
 * and mean the same.
 */
export interface DerivedColumn {
  readonly name: string;
  readonly type: 'string' | 'long' | 'bool';
  readonly meaning: string;
  /** Every column that it reads. */
  readonly from: readonly string[];
  /** @param row the logged columns, and the derived ones before this */
  readonly read: (row: ColumnValues & Readonly<Record<string, unknown>>) => string | number | boolean | null;
  readonly kql: string;
  readonly sql: string;
}
