import type { RowDimensionId } from '../../../plan';
import { anyDefaults, type AnyQuery, type QueryType, type Step } from '../../model';

/** Where the time of requests went: backend, client, cache and the gateway itself. */
export interface TimingQuery extends AnyQuery {
  readonly kind: 'timing';
  readonly requests: 'all' | 'failed';
  /** Over time, or for each value of a dimension. */
  readonly per: 'time' | RowDimensionId | 'scenario';
  readonly step: Step | 'auto';
  /** With a dimension, the most values to show, the slowest first. */
  readonly top: number;
}

export const timingQuery: QueryType<TimingQuery> = {
  title: 'Timing attribution',
  description:
    'Mean time of backend, client, cache and gateway, for all or for failed requests, and for the slowest of them',
  defaults: { kind: 'timing', ...anyDefaults, requests: 'all', per: 'time', step: 'auto', top: 20 },
  describe: ({ requests, per }) => `Where the time of ${requests} requests went, by ${per}`,
};
