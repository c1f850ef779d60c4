import { addConditions } from './condition-parameter';
import type { Condition } from './shown-conditions';

const search = (...where: Condition[]) => {
  const params = new URLSearchParams();
  addConditions(params, where);
  return params.toString();
};
const services = (op: Condition['op'], ...values: string[]): Condition => ({
  dimension: 'service',
  op,
  values,
});

it.each([
  ['one condition', [services('in', 'a', 'b')], 'var-service=a&var-service=b'],
  ['a narrower one', [services('in', 'a', 'b'), services('in', 'b', 'c')], 'var-service=b'],
  ['two that nothing fulfils', [services('in', 'a'), services('in', 'b')], 'var-service=a&not-service=a'],
  ['several exclusions', [services('notIn', 'a'), services('notIn', 'b')], 'not-service=a&not-service=b'],
])('writes %s', (_, where, expected) => {
  expect(search(...where)).toBe(expected);
});
