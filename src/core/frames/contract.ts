/**
 * What panels rely on in a frame, whatever data source it comes from. The frames bring all that a panel shows: a panel
 * fetches nothing. `meta.custom.partial` is true where the log store says that rows may be missing, and
 * `meta.custom.portal` the address of the same query in the log store's own portal, where it has one.
 */

/** The label `scenario` of failures that no scenario explains. */
export const UNCLASSIFIED_SERIES = 'unclassified';

/** `meta.custom` of a frame of failures by scenario. */
export interface SeriesCustom {
  readonly kind: 'scenario-series';
  readonly catalogueVersion: string;
  readonly stepMs: number | null;
  /** All requests of the range, whatever was selected of them. */
  readonly totals: { readonly failed: number; readonly masked: number; readonly succeeded: number };
  /** Which requests were counted as failures. */
  readonly outcomes: readonly ('failed' | 'masked')[];
  /** Whether the series may be stacked: shares of different wholes may not. */
  readonly addsUp: boolean;
  /** Starts of buckets that the range covers only in part. */
  readonly incomplete: readonly number[];
  readonly episodes: readonly Episode[];
  /** Cards of the scenarios that occur, by id. */
  readonly scenarios: Readonly<Record<string, ScenarioCard>>;
}

/** The label `scenario` of the series that sums up those without one of their own. */
export const OTHER_SERIES = 'other-series';

/** `meta.custom` of a table of scenarios. */
export interface TaxonomyCustom {
  readonly kind: 'taxonomy';
  readonly catalogueVersion: string;
  readonly totals: SeriesCustom['totals'];
  readonly outcomes: SeriesCustom['outcomes'];
  readonly scenarios: SeriesCustom['scenarios'];
}

/** How the title of a field ends whose numbers the log store estimates. */
export const ESTIMATE = '(estimate)';

/** `meta.custom` of a frame that says where the time went. */
export interface TimingCustom {
  readonly kind: 'timing';
  /** The whole range, for all requests and for the slowest. */
  readonly summary: Readonly<Record<'all' | 'slowest5' | 'slowest1', TimingSummary>>;
  /** Requests without a total time: no number here contains them. */
  readonly withoutTotal: number;
  /** Nor those with a total, but without any part of it, or without that of a backend that was asked. */
  readonly withoutParts: number;
  /** Requests of which a part was longer than its total, and was clamped. */
  readonly clamped: number;
  /** Known time limits, the shortest first. */
  readonly walls: readonly TimingWall[];
}

/** In the field `among` of a table of times: which requests a row is about. */
export const amongTitles = {
  all: 'All requests',
  slowest5: 'Slowest 5 %',
  slowest1: 'Slowest 1 %',
} as const;

/** A time limit that requests may run into, by the total time. */
export interface TimingWall {
  readonly ms: number;
  readonly title: string;
  /** What it means when requests end there. */
  readonly suggests: string;
  /** Requests that ended about there. */
  readonly near: number;
  /** Whether they are many more than shortly before and after. */
  readonly clusters: boolean;
}

/** Means in ms; they add up to the total. Null without any request. */
export interface TimingSummary {
  readonly requests: number;
  readonly backend: number | null;
  readonly client: number | null;
  readonly cache: number | null;
  readonly gateway: number | null;
  readonly total: number | null;
}

/** `meta.custom` of the frames about connections to backends. */
export interface ConnectionCustom {
  readonly kind: 'connection-failures';
  readonly catalogueVersion: string;
  readonly totals: SeriesCustom['totals'];
  /** Over what time the busiest mean of concurrent connections was taken, ms. */
  readonly concurrencyStepMs: number;
  readonly stepMs: number;
  readonly incomplete: readonly number[];
  readonly episodes: readonly Episode[];
  readonly scenarios: SeriesCustom['scenarios'];
}

/** A stretch of time in which a scenario was far above its quiet level. */
export interface Episode {
  readonly scenario: string;
  readonly from: number;
  /** End of its last bucket, or of the range if it goes on. */
  readonly to: number;
  readonly ongoing: boolean;
  readonly count: number;
  /** Most requests in one bucket. */
  readonly peak: number;
}

/** What a mark's card shows of a scenario. */
export interface ScenarioCard {
  readonly title: string;
  readonly family: string;
  readonly familyTitle: string;
  readonly owner: string;
  readonly ownerTitle: string;
  readonly severity: 'info' | 'warning' | 'critical';
  readonly summary: string;
  readonly causes: readonly string[];
  readonly checks: readonly string[];
  readonly remediation: readonly string[];
  readonly links: readonly { readonly title: string; readonly url: string }[];
  /** In-app address of the runbook page, absolute from Grafana's root. */
  readonly runbook: string;
  /** Grafana's name of a colour. */
  readonly color: string;
  /** The same, for where scenarios of its family alone are shown. */
  readonly colorInFamily: string;
}
