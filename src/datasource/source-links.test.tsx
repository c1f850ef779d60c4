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
  const [answered] = withSource({ data: [given], key: 'k' }, 'a b', []).data as DataFrame[];
  expect(answered).toEqual({
    ...given,
    meta: { custom: { asked: { ds: 'a b', where: [] } } },
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

it('carries the conditions of the query that a frame answers, not the variables of the dashboard alone', () => {
  const link = (refId: string) => ({
    ...frame(field('/a/gatewaylens-apim-app/explain?id=1&${__all_variables}')),
    refId,
  });
  const where = [{ dimension: 'api', op: 'in', values: ['$x &'] }];
  const queries = [
    { refId: 'A', kind: 'taxonomy' },
    { refId: 'B', kind: 'taxonomy', where },
  ] as never;
  const frames = withSource({ data: [link('A'), link('B')] }, 'a', queries).data as DataFrame[];
  expect(frames.map(({ fields: [first], meta }) => [first!.config.links![0]!.url, meta?.custom])).toEqual([
    ['/a/gatewaylens-apim-app/explain?ds=a&id=1', { asked: { ds: 'a', where: [] } }],
    ['/a/gatewaylens-apim-app/explain?ds=a&id=1&var-api=%24x+%26', { asked: { ds: 'a', where } }],
  ]);
});
