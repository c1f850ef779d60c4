/**
 * What panels rely on in a frame, whatever data source it comes from. The frames bring all that a panel shows: a panel
 * fetches nothing.
 */
/** Labels of a series. Split series carry the dimension's id as one more label. */
export const seriesLabels = {
  scenario: 'scenario',
  family: 'family',
  owner: 'owner',
  service: 'service',
} as const;

/** `meta.custom` of a frame of failures by scenario. */
export interface SeriesCustom {
  readonly kind: 'scenario-series';
  readonly catalogueVersion: string;
  readonly stepMs: number | null;
  /** All requests of the range, whatever was selected of them. */
  readonly totals: { readonly failed: number; readonly masked: number; readonly succeeded: number };
  /** Starts of buckets that the range covers only in part. */
  readonly incomplete: readonly number[];
  readonly episodes: readonly Episode[];
  /** Cards of the scenarios that occur, by id. */
  readonly scenarios: Readonly<Record<string, ScenarioCard>>;
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
}
