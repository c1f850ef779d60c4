import { scenarioCards } from '../../../core/query';
import { families, owners } from '../../../core/scenarios';
import type { Resource } from './resource';

/** The scenarios in force, with the texts of their cards. */
export const catalogue: Resource = {
  method: 'GET',
  answer: async (_, { catalogue: { scenarios, version } }) => ({
    version,
    families,
    owners,
    order: scenarios.map(({ id }) => id),
    scenarios: scenarioCards(
      scenarios.map(({ id }) => id),
      { scenarios },
    ),
  }),
};
