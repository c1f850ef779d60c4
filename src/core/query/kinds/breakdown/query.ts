import type { RowDimensionId } from '../../../plan';
import { choiceDefaults, describeChoice, type FailureChoice, type QueryType } from '../../model';

/** Where failures concentrate: each value of a dimension with its failures, its calls, and how they compare. */
export interface BreakdownQuery extends FailureChoice {
  readonly kind: 'breakdown';
  readonly by: RowDimensionId;
  /** The most values to show, those with the most failures first. */
  readonly top: number;
}

export const breakdownQuery: QueryType<BreakdownQuery> = {
  title: 'Where failures concentrate',
  description: 'Failures and calls per API, backend, product …, and how far above their share of traffic',
  defaults: { kind: 'breakdown', ...choiceDefaults, by: 'api', top: 20 },
  describe: (query) => `Where failures concentrate, by ${query.by}: ${describeChoice(query)}`,
};
