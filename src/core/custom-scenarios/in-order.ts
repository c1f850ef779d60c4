import { rulesOf, type Catalogue, type CatalogueRule, type Scenario } from '../scenarios';
import type { CustomScenario } from './read-custom';

type Order = Pick<Catalogue, 'scenarios' | 'rules'>;

/**
 * All scenarios in order of precedence. Custom ones come before all built-in ones; one that replaces a built-in one
 * stands in its place; of one that stands after another, all rules are tried directly after all rules of that one.
 */
export function inOrder(builtin: readonly Scenario[], customs: readonly CustomScenario[]): Order {
  const replacing = (id: string) => customs.find(({ replaces }) => replaces === id);
  const first = customs.filter(({ after, replaces }) => after === undefined && replaces === undefined);
  const last = builtin.flatMap((scenario) => {
    const custom = replacing(scenario.id);
    return custom ? (custom.after === undefined ? [custom.scenario] : []) : [scenario];
  });
  const layers = [first.map(({ scenario }) => scenario), last];
  let order: Order = { scenarios: layers.flat(), rules: layers.flatMap(rulesOf) };
  // Those after the same one keep their own order.
  const latest = new Map<string, string>();
  for (const { scenario, after } of customs) {
    if (after !== undefined) {
      const anchor = replacing(after)?.scenario.id ?? after;
      order = insertedAfter(order, latest.get(anchor) ?? anchor, scenario);
      latest.set(anchor, scenario.id);
    }
  }
  return order;
}

/** A scenario without rules is what remains when all rules were tried. */
function insertedAfter({ scenarios, rules }: Order, id: string, scenario: Scenario): Order {
  const place = scenarios.findIndex((one) => one.id === id) + 1 || scenarios.length;
  const lastRule = lastOf(rules, id) + 1 || rules.length;
  return {
    scenarios: [...scenarios.slice(0, place), scenario, ...scenarios.slice(place)],
    rules: [...rules.slice(0, lastRule), ...rulesOf([scenario]), ...rules.slice(lastRule)],
  };
}

function lastOf(rules: readonly CatalogueRule[], id: string): number {
  return rules.map(({ gives }) => gives.scenario).lastIndexOf(id);
}
