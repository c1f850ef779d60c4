import type { Filter } from '../../core/query';
import scenario from '../../dashboards/scenario.json';
import { addressIn } from '../scope/address';
import type { Scope } from '../scope/use-scope';
import { scenarioDashboard } from './dashboard-link';

const where: readonly Filter[] = [
  { dimension: 'service', op: 'in', values: ['west', 'east'] },
  { dimension: 'api', op: 'notIn', values: ['a', 'b|c'] },
  { dimension: 'method', op: 'in', values: ['GET'] },
  { dimension: 'operation', op: 'in', values: ['x', 'y'] },
];
const scope = {
  address: { ds: 'a', from: 'now-1h', to: 'now', where },
  source: { uid: 'a' },
} as unknown as Scope;

it('carries every filter that the dashboard takes, and tells the others', () => {
  const { url, missing } = scenarioDashboard('jwt-expired', scope);
  expect(missing).toEqual([where[3]]);
  expect(addressIn(url.slice(url.indexOf('?')))).toEqual({
    from: 'now-1h',
    to: 'now',
    where: [
      where[0],
      { dimension: 'api', op: 'notIn', values: ['a'] },
      { dimension: 'api', op: 'notIn', values: ['b|c'] },
      where[2],
    ],
  });
});

it('names only variables that the dashboard has', () => {
  const { url } = scenarioDashboard('x', {
    ...scope,
    address: {
      where: [
        ...where,
        { dimension: 'backendHost', op: 'in', values: ['h'] },
        { dimension: 'api', op: 'in', values: ['a'] },
      ],
    },
  });
  const names = [...new URLSearchParams(url.split('?')[1]).keys()];
  const variables = scenario.templating.list.map(({ name }) => `var-${name}`);
  expect(names.filter((name) => !variables.includes(name))).toEqual([]);
});
