import { shownConditions } from './shown-conditions';

/** As Grafana does, with one variable for each case. */
const fill = (text: string) =>
  text
    .replace('${service:queryparam}', 'var-service=east&var-service=west')
    .replace('${api:queryparam}', 'var-api=$__all')
    .replace('${none:queryparam}', '')
    .replace('$region', 'west');
const shown = (...where: unknown[]) => shownConditions(where, fill);
const where = (dimension: string, op: string, ...values: unknown[]) => ({ dimension, op, values });

it.each(['$service', '${service}', '${service:csv}', '[[service]]'])('has all values of %s', (variable) => {
  expect(shown(where('service', 'in', variable, 'north'))).toEqual([
    where('service', 'in', 'east', 'west', 'north'),
  ]);
});

it('has no condition where a variable stands for everything, or for nothing', () => {
  expect(shown(where('api', 'in', '$api'), where('api', 'in', '$none'))).toEqual([]);
});

it('keeps dollar signs that are no variable, and fills those within a text', () => {
  const conditions = [where('operation', 'in', 'get-$metadata', '$metadata'), where('region', 'notIn', '$region-2')];
  expect(shown(...conditions)).toEqual([conditions[0], where('region', 'notIn', 'west-2')]);
}); // prettier-ignore

it.each([null, 'x', where('a', 'like', 'b'), where('a', 'in', 1), { dimension: 'a', op: 'in' }])(
  'leaves out %j, which is no condition',
  (one) => {
    expect(shown(one)).toEqual([]);
    expect(shownConditions(one, fill)).toEqual([]);
  },
);
