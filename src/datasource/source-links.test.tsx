import { FieldType, type DataFrame } from '@grafana/data';
import { withSource } from './source-links';

const field = (...urls: string[]) => ({
  name: 'x',
  type: FieldType.string,
  values: [],
  config: { unit: 'ms', links: urls.map((url) => ({ title: url, url })) },
});
const frame = (...fields: DataFrame['fields']): DataFrame => ({ name: 'f', length: 0, fields });

it('leads to pages about the data source that answered, and leaves other links and fields as they are', () => {
  const plain = { name: 'y', type: FieldType.number, values: [], config: {} };
  const given = frame(field('/a/gatewaylens-apim-app/runbook/a?from=1', 'https://elsewhere/?x'), plain);
  const [answered] = withSource({ data: [given], key: 'k' }, 'a b').data as DataFrame[];
  expect(answered).toEqual({
    ...given,
    fields: [
      {
        ...given.fields[0],
        config: {
          unit: 'ms',
          links: [
            {
              title: '/a/gatewaylens-apim-app/runbook/a?from=1',
              url: '/a/gatewaylens-apim-app/runbook/a?ds=a%20b&from=1',
            },
            { title: 'https://elsewhere/?x', url: 'https://elsewhere/?x' },
          ],
        },
      },
      plain,
    ],
  });
  expect(given.fields[0]!.config.links![0]!.url).toBe('/a/gatewaylens-apim-app/runbook/a?from=1');
});
