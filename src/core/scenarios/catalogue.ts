import { builtinScenarios } from './builtin';
import { evidenceOrder, type Family, type Rule, type Scenario } from './scenario';

export interface CatalogueRule extends Rule {
  readonly scenario: string;
  readonly family: Family;
}

/** The scenarios in force, and their rules in the order in which they are tried. */
export interface Catalogue {
  readonly scenarios: readonly Scenario[];
  readonly rules: readonly CatalogueRule[];
  /** Changes when any scenario does. */
  readonly version: string;
}

export function catalogueOf(scenarios: readonly Scenario[]): Catalogue {
  const all = scenarios.flatMap(({ id, family, match }) =>
    match.map((rule) => ({ ...rule, scenario: id, family })),
  );
  return {
    scenarios,
    rules: evidenceOrder.flatMap((at) => all.filter((rule) => rule.at === at)),
    version: fingerprint(JSON.stringify(scenarios)),
  };
}

export const builtinCatalogue: Catalogue = catalogueOf(builtinScenarios);

/** FNV-1a, 32 bits: tells one catalogue from another, nothing more. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
