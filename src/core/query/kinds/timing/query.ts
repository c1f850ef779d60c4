import type { RowDimensionId } from '../../../plan';
import { anyDefaults, type AnyQuery, type QueryType, type Step } from '../../model';

/** Where the time of requests went: backend, client, cache and the gateway itself. */
export interface TimingQuery extends AnyQuery {
  readonly kind: 'timing';
  /** Over time, or for each value of a dimension. */
  readonly per: 'time' | RowDimensionId;
  readonly step: Step | 'auto';
  /** With a dimension, the most values to show, the slowest first. */
  readonly top: number;
}

export const timingQuery: QueryType<TimingQuery> = {
  title: 'Timing attribution',
  description: 'Mean time of backend, client, cache and gateway, for all requests and for the slowest',
  defaults: { kind: 'timing', ...anyDefaults, per: 'time', step: 'auto', top: 20 },
  describe: ({ per }) => `Where the time went, by ${per}`,
};
