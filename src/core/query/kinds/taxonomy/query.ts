import { choiceDefaults, describeChoice, type FailureChoice, type QueryType } from '../../model';

/** A table of what failed: how often, since when, where, whose it is and what to do. */
export interface TaxonomyQuery extends FailureChoice {
  readonly kind: 'taxonomy';
  /** Compare with the range of the same length before. */
  readonly previous: boolean;
}

export const taxonomyQuery: QueryType<TaxonomyQuery> = {
  title: 'Error taxonomy',
  description: 'A table of scenarios with share, trend, first and last seen, where most, owner and fix',
  defaults: { kind: 'taxonomy', ...choiceDefaults, previous: true },
  describe: (query) => `Error taxonomy: ${describeChoice(query)}`,
};
