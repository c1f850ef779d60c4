import { choiceDefaults, describeChoice, type FailureChoice, type QueryType, type Step } from '../../model';

/** When each scenario was far above its quiet level, for annotations. */
export interface EpisodesQuery extends FailureChoice {
  readonly kind: 'episodes';
  readonly step: Step | 'auto';
}

export const episodesQuery: QueryType<EpisodesQuery> = {
  title: 'Episodes',
  description: 'From when to when a scenario was far above its quiet level, for annotations',
  defaults: { kind: 'episodes', ...choiceDefaults, step: 'auto' },
  describe: (query) => `Episodes: ${describeChoice(query)}`,
};
