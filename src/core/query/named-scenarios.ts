import { owners, UNCLASSIFIED, type Catalogue, type Scenario } from '../scenarios';

/** Scenarios by id; those that are no longer in force still have a name. */
export function namedScenarios({ scenarios }: Catalogue) {
  const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  return {
    get: (id: string): Scenario | undefined => byId.get(id),
    title: (id: string) => byId.get(id)?.title ?? id,
    family: (id: string) => byId.get(id)?.family ?? '',
    owner: (id: string) => {
      const scenario = byId.get(id);
      return scenario ? owners[scenario.owner] : '';
    },
  };
}

/** Larger counts first, what nobody could name last. */
export function byCount<T extends { readonly scenario: string; readonly count: number }>(a: T, b: T): number {
  const rest = ({ scenario }: T) => Number(scenario === UNCLASSIFIED.scenario);
  return rest(a) - rest(b) || b.count - a.count;
}
