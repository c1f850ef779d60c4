import type { ColumnName, ColumnValues } from '../columns';

/** A string column computed from logged ones; its three meanings stand side by side and mean the same. */
export interface DerivedColumn {
  readonly name: string;
  readonly meaning: string;
  readonly from: ColumnName;
  readonly read: (row: ColumnValues) => string;
  readonly kql: string;
  readonly sql: string;
}
