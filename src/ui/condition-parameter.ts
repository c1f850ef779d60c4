import type { Condition } from './shown-conditions';

/** The parameter of an address that has a condition’s values: one of them as variables of dashboards are written, none of them in our own way. */
export const conditionParameter = ({ dimension, op }: Pick<Condition, 'dimension' | 'op'>) =>
  `${op === 'in' ? 'var' : 'not'}-${dimension}`;

/** Adds conditions to the parameters of an address, each value by itself. */
export function addConditions(params: URLSearchParams, where: readonly Condition[]): void {
  for (const condition of joined(where)) {
    condition.values.forEach((value) => params.append(conditionParameter(condition), value));
  }
}

/** With one condition for each parameter, of which an address has no two: a dashboard’s filter narrows its variable. */
function joined(where: readonly Condition[]): readonly Condition[] {
  return where.reduce<readonly Condition[]>((before, condition) => {
    const name = conditionParameter(condition);
    const same = before.find((one) => conditionParameter(one) === name);
    return same
      ? [...before.filter((one) => one !== same), ...together(same, condition.values)]
      : [...before, condition];
  }, []);
}

function together(one: Condition, others: readonly string[]): readonly Condition[] {
  if (one.op === 'notIn') {
    return [{ ...one, values: [...new Set([...one.values, ...others])] }];
  }
  const both = one.values.filter((value) => others.includes(value));
  // What nothing fulfils stays so: no parameter at all would be no condition.
  return both.length > 0 ? [{ ...one, values: both }] : [one, { ...one, op: 'notIn' }];
}
