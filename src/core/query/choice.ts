/** Which rows a query is about, as conditions of its plans. */
import { GatewaylensError } from '../errors';
import { dimension, type PlanPredicate } from '../plan';
import type { Catalogue, Scenario } from '../scenarios';
import type { FailureChoice, Filter } from './model';

/** The scenarios that the query asks for. */
export function selection(
  { scenarios, families }: FailureChoice,
  all: readonly Scenario[],
): readonly Scenario[] {
  if (scenarios.length === 0 && families.length === 0) {
    return all;
  }
  return all.filter(({ id, family }) => scenarios.includes(id) || families.includes(family));
}

/** A filter without values is one that is still being made: it says nothing yet. */
export function conditions(where: readonly Filter[]): PlanPredicate[] {
  return where
    .filter(({ values }) => values.length > 0)
    .map(({ dimension: id, op, values }) => {
      const among: PlanPredicate = { column: dimension(id).column, op: 'oneOf', value: values };
      return op === 'in' ? among : { not: among };
    });
}

/**
 * The failures that the query asks for, and nothing else.
 * @throws GatewaylensError for a scenario that is not in force
 */
export function failures(query: FailureChoice, { scenarios: all }: Catalogue): PlanPredicate[] {
  const unknown = query.scenarios.find((id) => !all.some((scenario) => scenario.id === id));
  if (unknown !== undefined) {
    throw new GatewaylensError('scenario-unknown', { id: unknown });
  }
  const selected = selection(query, all);
  return [
    ...conditions(query.where),
    { column: 'Outcome', op: 'oneOf', value: query.outcomes },
    ...(selected.length < all.length
      ? [{ column: 'Scenario', op: 'oneOf', value: selected.map(({ id }) => id) } as const]
      : []),
  ];
}
