import type { RowColumn } from '../../log';

/** Columns with a number of milliseconds. */
export type TimeColumn = Extract<
  RowColumn,
  | 'TotalTime'
  | 'BackendTime'
  | 'LastErrorElapsed'
  | 'BackendPart'
  | 'ClientPart'
  | 'CachePart'
  | 'GatewayPart'
>;

/**
 * One way to make a number (or a text) of a group of rows, the same in both query languages.
 * @typeParam P what a use of it names besides the rows
 */
export interface Measure<P> {
  readonly type: 'number' | 'datetime' | 'string';
  readonly reads: (parameters: P) => readonly RowColumn[];
  /** @param only condition on the rows that count, or undefined for all */
  readonly toKql: (parameters: P, only: string | undefined) => string;
  readonly toSql: (parameters: P, only: string | undefined) => string;
}

/** `value` where the condition holds, else null, which every aggregate leaves out. */
export const whereKql = (value: string, only: string | undefined, missing: string) =>
  only === undefined ? value : `iff(${only}, ${value}, ${missing})`;

export const filterSql = (only: string | undefined) => (only === undefined ? '' : ` FILTER (WHERE ${only})`);
