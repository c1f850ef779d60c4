import type { Condition } from './shown-conditions';

/** The parameter of an address that has a condition’s values: one of them as variables of dashboards are written, none of them in our own way. */
export const conditionParameter = ({ dimension, op }: Pick<Condition, 'dimension' | 'op'>) =>
  `${op === 'in' ? 'var' : 'not'}-${dimension}`;

/** Adds conditions to the parameters of an address, each value by itself. */
export function addConditions(params: URLSearchParams, where: readonly Condition[]): void {
  for (const condition of where) {
    condition.values.forEach((value) => params.append(conditionParameter(condition), value));
  }
}
