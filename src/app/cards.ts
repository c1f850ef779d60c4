import type { ScenarioCard } from '../core/frames';
import { scenarioCards } from '../core/query';
import { builtinCatalogue } from '../core/scenarios';

const ids = builtinCatalogue.scenarios.map(({ id }) => id);

/** Cards of the built-in scenarios by id, in the catalogue's order. */
export const cards: Readonly<Record<string, ScenarioCard>> = scenarioCards(ids, builtinCatalogue);
