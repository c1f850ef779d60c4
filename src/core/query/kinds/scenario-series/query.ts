import type { RowDimensionId } from '../../../plan';
import type { Severity } from '../../../scenarios';
import { choiceDefaults, describeChoice, type FailureChoice, type QueryType, type Step } from '../../model';

/** More than this nobody can read. */
export const MOST_SERIES = 100;

/** Failures by scenario or family, over time or for the whole range. */
export interface ScenarioSeriesQuery extends FailureChoice {
  readonly kind: 'scenario-series';
  readonly by: 'scenario' | 'family';
  readonly splitBy: RowDimensionId | null;
  /** Only scenarios of these severities; with none given, all of them. */
  readonly severities: readonly Severity[];
  /** Requests, requests per second, or share of all requests (0 to 1). */
  readonly as: 'count' | 'rate' | 'share';
  readonly step: Step | 'auto';
  /** A series over time, or one value for the whole range as alert rules need it. */
  readonly result: 'series' | 'window';
  /**
   * For the texts of alert rules: each number of a window also tells, in labels that change, the title, the remedy and
   * the values of this dimension that were hit most. A query that a rule decides by has null.
   */
  readonly places: RowDimensionId | null;
  /** The most series to show; the rest is added up as “other”. */
  readonly top: number;
}

export const scenarioSeriesQuery: QueryType<ScenarioSeriesQuery> = {
  title: 'Failures over time',
  description:
    'Counts, rates or shares of failed requests by scenario; also the number an alert rule watches',
  defaults: {
    kind: 'scenario-series',
    ...choiceDefaults,
    by: 'scenario',
    splitBy: null,
    severities: [],
    as: 'count',
    step: 'auto',
    result: 'series',
    places: null,
    top: 20,
  },
  inAlerts: { result: 'window', splitBy: 'service' },
  describe: (query) =>
    `Failures by ${query.by} (${query.as}): ${describeChoice(query)}${query.splitBy ? `, split by ${query.splitBy}` : ''}`,
};
