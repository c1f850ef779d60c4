import { builtinScenarios } from './builtin';
import type { Classification } from './classification';
import { evidenceOrder, type Rule, type Scenario } from './scenario';

/** A rule with what it says of the rows that it matches. */
export interface CatalogueRule extends Rule {
  readonly gives: Omit<Classification, 'outcome'>;
}

/** The scenarios in force, and their rules in the order in which they are tried. */
export interface Catalogue {
  readonly scenarios: readonly Scenario[];
  readonly rules: readonly CatalogueRule[];
  /** Changes when any scenario does. */
  readonly version: string;
}

/**
 * @param layers scenarios in order of precedence; all rules of a layer are tried before any of the next, whatever they
 *   rest on, so that a team's own scenarios come before the built-in ones
 */
export function catalogueOf(...layers: readonly (readonly Scenario[])[]): Catalogue {
  const scenarios = layers.flat();
  return {
    scenarios,
    rules: layers.flatMap(rulesOf),
    version: fingerprint(JSON.stringify(scenarios)),
  };
}

/** The rules of a layer: those on stronger evidence first, and among equals those of earlier scenarios. */
function rulesOf(layer: readonly Scenario[]): readonly CatalogueRule[] {
  const rules = layer.flatMap(({ id, family, match }) =>
    match.map((rule) => {
      const { confidence, basis } = rule;
      return { ...rule, gives: { scenario: id, family, confidence, basis } };
    }),
  );
  return evidenceOrder.flatMap((at) => rules.filter((rule) => rule.at === at));
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
