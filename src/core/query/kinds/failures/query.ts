import { choiceDefaults, describeChoice, type FailureChoice, type QueryType } from '../../model';

/** The newest failed requests themselves. */
export interface FailuresQuery extends FailureChoice {
  readonly kind: 'failures';
  readonly limit: number;
  readonly format: 'table' | 'logs';
  /** Show addresses with their query strings, which may carry keys. */
  readonly queryStrings: boolean;
}

export const failuresQuery: QueryType<FailuresQuery> = {
  title: 'Newest failures',
  description: 'The failed requests themselves with scenario, status and error, as a table or as log lines',
  defaults: { kind: 'failures', ...choiceDefaults, limit: 100, format: 'table', queryStrings: false },
  describe: (query) => `Newest failures: ${describeChoice(query)}`,
};
