/** A number computed for each group of rows, the same in both query languages. */
export interface Measure {
  readonly title: string;
  readonly kql: string;
  readonly sql: string;
}
