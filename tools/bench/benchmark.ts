/** What a benchmark found: one line of the table. */
export interface Finding {
  readonly what: string;
  readonly measured: string;
  /** Empty for a number that has none and stands there to be compared. */
  readonly target: string;
  readonly isMet: boolean;
}

export interface Workplace {
  /** For files of its own; removed in the end. */
  readonly folder: string;
  /** Rows that stand for a million: fewer when it has to be quick. */
  readonly million: number;
  /** How often each query is run. */
  readonly runs: number;
}

/** Something that is measured; it tells what it does while it works. */
export interface Benchmark {
  readonly title: string;
  readonly run: (workplace: Workplace) => Promise<readonly Finding[]>;
}

export const count = (rows: number) => rows.toLocaleString('en');
export const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
export const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;
