import type { Provenance } from '../../../core/custom-scenarios';
import { scenarioCards } from '../../../core/query';
import { families, owners } from '../../../core/scenarios';
import type { Resource } from './resource';

/**
 * The scenarios in force, with the texts of their cards and where each comes from, those of a team's own as a whole, and
 * what had to be left out.
 */
export const catalogue: Resource = {
  method: 'GET',
  answer: async (_, { catalogue: { scenarios, version, provenance, disabled, issues } }) => ({
    version,
    families,
    owners,
    order: scenarios.map(({ id }) => id),
    scenarios: scenarioCards(
      scenarios.map(({ id }) => id),
      { scenarios },
    ),
    own: Object.fromEntries(
      scenarios.filter(({ id }) => isOwn(provenance[id])).map((scenario) => [scenario.id, scenario]),
    ),
    provenance,
    disabled,
    issues,
  }),
};

const isOwn = (provenance: Provenance | undefined) =>
  provenance !== undefined && provenance.origin !== 'built-in';
