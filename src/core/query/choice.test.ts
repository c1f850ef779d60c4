import { conditions } from './choice';
import { servicesInScope } from './services-in-scope';

it.each([
  ['service', 'Service', ['Contoso-APIM'], ['contoso-apim']],
  ['backendHost', 'BackendHost', ['Orders.Contoso.net', ''], ['orders.contoso.net', '']],
  ['api', 'ApiId', ['Orders'], ['Orders']],
] as const)('compares a filter of %s with what the column has', (dimension, column, values, value) => {
  const among = { column, op: 'oneOf', value };
  expect(conditions([{ dimension, op: 'in', values }])).toEqual([among]);
  expect(conditions([{ dimension, op: 'notIn', values }])).toEqual([{ not: among }]);
});

it('watches the services of the settings that a filter lets through, in whatever case both are written', () => {
  const services = ['Contoso-East', 'contoso-west'].map((service) => ({ service, tier: 'premium', units: 1 }) as const);
  const names = (op: 'in' | 'notIn') =>
    servicesInScope([{ dimension: 'service', op, values: ['CONTOSO-east'] }], { services });
  expect([names('in'), names('notIn')]).toEqual([['contoso-east'], ['contoso-west']]);
}); // prettier-ignore
