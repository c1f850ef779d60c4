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
  return catalogueInOrder(layers.flat(), layers.flatMap(rulesOf));
}

/** @param rules in the order in which they are tried, of these scenarios */
export function catalogueInOrder(scenarios: readonly Scenario[], rules: readonly CatalogueRule[]): Catalogue {
  const order = rules.map(({ gives }) => gives.scenario);
  return { scenarios, rules, version: fingerprint([...scenarios.map(markOf), ...order].join()) };
}

/** The rules of a layer: those on stronger evidence first, and among equals those of earlier scenarios. */
export function rulesOf(layer: readonly Scenario[]): readonly CatalogueRule[] {
  const rules = layer.flatMap(({ id, family, match }) =>
    match.map((rule) => {
      const { confidence, basis } = rule;
      return { ...rule, gives: { scenario: id, family, confidence, basis } };
    }),
  );
  return evidenceOrder.flatMap((at) => rules.filter((rule) => rule.at === at));
}

/** Catalogues have most scenarios in common, which are long. */
const marks = new WeakMap<Scenario, string>();

function markOf(scenario: Scenario): string {
  const mark = marks.get(scenario) ?? fingerprint(JSON.stringify(scenario));
  marks.set(scenario, mark);
  return mark;
}

/** FNV-1a, 32 bits: tells one catalogue from another, nothing more. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

export const builtinCatalogue: Catalogue = catalogueOf(builtinScenarios);
