import type { Frame } from '../frames';
import type { Sampling } from '../settings';
import type { Filter } from './model';
import { withSampling } from './sampling';

const taxonomy: Frame = {
  name: 'taxonomy',
  meta: { notices: [{ severity: 'info', text: 'before' }] },
  fields: [
    { name: 'share', type: 'number', config: { displayNameFromDS: 'Share of failures' }, values: [1] },
    { name: 'shareOfRequests', type: 'number', config: { displayNameFromDS: 'Share of requests' }, values: [0.5] },
  ],
}; // prettier-ignore
const frames = (sampling: readonly Sampling[], where: readonly Filter[] = []) =>
  withSampling([taxonomy], { where }, sampling);
const texts = (sampling: readonly Sampling[], where: readonly Filter[] = []) =>
  frames(sampling, where).flatMap(({ meta }) => (meta.notices ?? []).slice(1).map(({ text }) => text));

const all: Sampling = { percent: 25, alwaysLogErrors: true };
const contoso: Sampling = { service: 'contoso', percent: 50, alwaysLogErrors: false };
const whole: Sampling = { service: 'fabrikam', percent: 100, alwaysLogErrors: true };
const only = (...values: string[]): readonly Filter[] => [{ dimension: 'service', op: 'in', values }];

const BIASED =
  'Only 25 % of the requests are logged (sampling), but all that failed: shares of all requests are biased, too high.';
const LOWER =
  'Only 50 % of the requests of “contoso” are logged (sampling): counts and rates are lower than they were, and rare failures may be missing.';

it('marks shares of all requests where only failures are all logged', () => {
  expect(frames([all])).toEqual([
    {
      name: 'taxonomy',
      meta: {
        notices: [
          { severity: 'info', text: 'before' },
          { severity: 'warning', text: BIASED },
        ],
      },
      fields: [
        taxonomy.fields[0],
        {
          ...taxonomy.fields[1],
          config: {
            displayNameFromDS: 'Share of requests (biased)',
            description: 'Biased: of the requests that succeeded only some are logged.',
          },
        },
      ],
    },
  ]);
});

it('marks nothing where failures are sampled alike', () => {
  const [frame] = frames([contoso]);
  expect(frame).toEqual({ ...taxonomy, meta: { notices: [...taxonomy.meta.notices!, { severity: 'warning', text: LOWER }] } });
}); // prettier-ignore

it.each<[string, readonly Sampling[], readonly Filter[], readonly string[]]>([
  ['no sampling', [], [], []],
  ['all requests logged', [whole], [], []],
  ['every service', [all, contoso, whole], [], [BIASED, LOWER]],
  ['a sampled service', [all, contoso, whole], only('Contoso'), [LOWER]],
  ['a service that logs all', [all, contoso, whole], only('fabrikam'), []],
  ['a service without an entry of its own', [all, contoso], only('adatum'), [BIASED]],
  ['no filter yet', [contoso], only(), [LOWER]],
  ['a service left out', [contoso], [{ dimension: 'service', op: 'notIn', values: ['contoso'] }], [LOWER]],
])('tells of %s', (_, sampling, where, expected) => {
  expect(texts(sampling, where)).toEqual(expected);
});

const bare = (name: string): Frame => ({ name, meta: {}, fields: [] });

it('says that times are biased where only failures are all logged', () => {
  const told = (sampling: Sampling, requests: 'all' | 'failed' = 'all') =>
    withSampling([bare('timing'), bare('other')], { where: [], requests }, [sampling]).map(({ meta }) =>
      meta.notices?.map(({ text }) => text),
    );
  const times =
    'Times of all requests are biased, too: those that failed weigh more in them than they should.';
  expect(told(all)).toEqual([[BIASED, times], [BIASED]]);
  expect(told(all, 'failed')).toEqual([[BIASED], [BIASED]]);
  expect(told({ ...all, alwaysLogErrors: false })).toEqual([[expect.any(String)], [expect.any(String)]]);
});

it('estimates no connections from some of the calls', () => {
  const connections: Frame = {
    name: 'backend-connections',
    meta: {},
    fields: [
      { name: 'service', type: 'string', values: ['Contoso', 'fabrikam'] },
      { name: 'calls', type: 'number', values: [100, 50] },
      { name: 'connectionsFrom', type: 'number', values: [9, 5] },
      { name: 'connectionsTo', type: 'number', values: [15, 8] },
      { name: 'limit', type: 'number', values: [2048, 1024] },
    ],
  };
  const [frame] = withSampling([connections], { where: [] }, [contoso, whole]);
  expect(frame!.fields.map(({ values }) => values)).toEqual([
    ['Contoso', 'fabrikam'],
    [100, 50],
    [null, 5],
    [null, 8],
    [2048, 1024],
  ]);
  expect(frame!.meta.notices).toEqual([
    { severity: 'info', text: 'No connections are estimated where only some of the requests are logged.' },
    { severity: 'warning', text: LOWER },
  ]);
});
