import { HOUR, instanceOf, noon, signal, sourceOf } from '../../../tests/support/instance';
import type { LogSource } from '../sources/log-source';
import type { Instance } from './instance';
import { queryData } from './query-data';

const notice = (text: string) => ({ severity: 'warning', text }) as const;

/** What a source without any rows was asked, and the frames made of it. */
async function asked(
  query: object,
  range: { from: number; to: number },
  headers = {},
  change: Partial<Instance> = {},
) {
  const empty = sourceOf();
  const source: LogSource = {
    ...empty,
    answers: async (plans, cancel) =>
      (await empty.answers(plans, cancel)).map((answer, i) => ({
        ...answer,
        notices: [notice('one file is missing'), ...(i === 1 ? [notice('twice')] : [])],
      })),
  };
  const { frames } = await queryData(
    { refId: 'A', query, range, maxDataPoints: 0 },
    { orgId: 1, user: undefined, dataSource: undefined, headers },
    instanceOf({ source, ...change }),
    signal,
  );
  return { plans: empty.plans, frames };
}

it('tells the queries that ran, and every notice once', async () => {
  const { frames } = await asked({ result: 'window' }, { from: noon - HOUR, to: noon });
  expect(frames).toEqual([
    {
      name: 'failures',
      meta: {
        type: 'numeric-wide',
        typeVersion: [0, 1],
        executedQueryString: 'Q1\n\nQ2',
        notices: [
          notice('one file is missing'),
          notice('twice'),
          notice('No requests at all were found in this range with these filters.'),
        ],
      },
      fields: [],
    },
  ]);
});

it.each([
  ['a range that ends later than now', { from: noon - HOUR, to: noon + HOUR }, noon],
  ['a range of the past', { from: noon - 2 * HOUR, to: noon - HOUR }, noon - HOUR],
  ['a range to come', { from: noon + HOUR, to: noon + 2 * HOUR }, noon + 2 * HOUR],
])('asks for %s only as far as there can be requests', async (_, range, to) => {
  const { plans } = await asked({}, range);
  expect(plans.map((plan) => plan.range)).toEqual([
    { from: range.from, to },
    { from: range.from, to },
  ]);
});

it('sends an alert rule no cards', async () => {
  const range = { from: noon - HOUR, to: noon };
  const [shown, alert] = await Promise.all([asked({}, range), asked({}, range, { FromAlert: 'true' })]);
  expect([shown, alert].map(({ frames }) => 'custom' in frames[0]!.meta)).toEqual([true, false]);
});

it('gives an alert rule one value of its range where its query does not say what it wants', async () => {
  const range = { from: noon - HOUR, to: noon };
  const alert = { FromAlert: 'true' };
  const all = await Promise.all([asked({}, range), asked({}, range, alert), asked({ result: 'series' }, range, alert)]);
  expect(all.map(({ frames }) => frames[0]!.meta.type)).toEqual(['timeseries-wide', 'numeric-wide', 'timeseries-wide']);
}); // prettier-ignore

it('refuses a query in KQL where the source has no such language, and says what has', async () => {
  const kql = { kind: 'kql', text: 'ApiManagementGatewayLogs | take 1' };
  const refused = asked(kql, { from: noon - HOUR, to: noon });
  await expect(refused).rejects.toMatchObject({ code: 'kql-needs-log-analytics', fault: 'downstream' });
});

it.each([
  ['an empty range', noon, noon],
  ['a range whose times no frame can hold', Date.UTC(2262, 0, 1), Date.UTC(2262, 0, 2)],
])('refuses %s', async (_, from, to) => {
  await expect(asked({}, { from, to })).rejects.toMatchObject({ code: 'range-invalid' });
});

it('says in the frames what the settings know of sampling', async () => {
  const settings = { services: [], sampling: [{ percent: 25, alwaysLogErrors: true }] };
  const { frames } = await asked({ result: 'window' }, { from: noon - HOUR, to: noon }, {}, { settings });
  expect(frames[0]!.meta.notices!.at(-1)).toEqual(
    notice(
      'Only 25 % of the requests are logged (sampling), but all that failed: shares of all requests are biased, too high.',
    ),
  );
});

it.each([
  [undefined, 'UrlPath'],
  [{ login: 'x', role: 'Viewer' }, 'UrlPath'],
  [{ login: 'x', role: 'Editor' }, 'Url'],
  [{ login: 'x', role: 'Admin' }, 'Url'],
])('reads query strings for editors only: %j', async (user, column) => {
  const source = sourceOf();
  const item = { refId: 'A', query: { kind: 'failures', queryStrings: true }, range: { from: noon - HOUR, to: noon }, maxDataPoints: 0 };
  const { frames } = await queryData(item, { orgId: 1, user, dataSource: undefined, headers: {} }, instanceOf({ source }), signal);
  const [plan] = source.plans;
  expect(plan?.gives === 'rows' && plan.columns.filter((name) => name.startsWith('Url'))).toEqual([column]);
  expect(JSON.stringify(frames[0]!.meta.notices).includes('shown to editors only')).toBe(column === 'UrlPath');
}); // prettier-ignore
