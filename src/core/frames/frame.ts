/**
 * A data frame, as Grafana's data plane contract v0.1 describes it, before it is encoded.
 * https://grafana.com/developers/dataplane
 */

/** Times are milliseconds since 1970. */
interface FieldValues {
  readonly time: readonly (number | null)[];
  readonly boolean: readonly (boolean | null)[];
  readonly number: readonly (number | null)[];
  readonly string: readonly string[];
}

interface FieldOf<T extends keyof FieldValues> {
  readonly name: string;
  readonly type: T;
  readonly labels?: Readonly<Record<string, string>>;
  readonly config?: FieldConfig;
  readonly values: FieldValues[T];
}

export type Field = FieldOf<'time'> | FieldOf<'number'> | FieldOf<'string'> | FieldOf<'boolean'>;

export interface FieldConfig {
  /** Name chosen by the data source, which users can still override. */
  readonly displayNameFromDS?: string;
  readonly description?: string;
  /** Grafana's name of a unit. */
  readonly unit?: string;
  readonly color?: { readonly mode: 'fixed'; readonly fixedColor: string };
  readonly links?: readonly DataLink[];
}

export interface DataLink {
  readonly title: string;
  readonly url: string;
  readonly targetBlank?: boolean;
}

export interface Notice {
  readonly severity: 'info' | 'warning' | 'error';
  readonly text: string;
}

/** A number about how the answer came about; the query inspector lists them. */
export interface Stat {
  readonly displayName: string;
  readonly value: number;
  /** Grafana's name of a unit. */
  readonly unit?: string;
}

export interface FrameMeta {
  /** Left out where the contract has no type for the frame, as for tables of mixed columns. */
  readonly type?: 'timeseries-wide' | 'numeric-wide' | 'log-lines';
  readonly typeVersion?: readonly [number, number];
  readonly preferredVisualisationType?: 'graph' | 'table' | 'logs';
  readonly executedQueryString?: string;
  readonly notices?: readonly Notice[];
  readonly stats?: readonly Stat[];
  readonly custom?: unknown;
}

export interface Frame {
  readonly name: string;
  readonly meta: FrameMeta;
  readonly fields: readonly Field[];
}
