import { builtinCatalogue } from '../../core/scenarios';
import type { Plan } from '../../core/plan';
import type { LogSource } from '../sources/log-source';
import { queryData } from './query-data';

const noon = Date.UTC(2026, 10, 1, 12);
const HOUR = 3_600_000;
const notice = (text: string) => ({ severity: 'warning', text }) as const;

/** What a source without any rows was asked, and the frames made of it. */
async function asked(query: object, range: { from: number; to: number }, headers = {}) {
  const plans: Plan[] = [];
  const source = {
    answer: async (plan: Plan) => {
      plans.push(plan);
      const notices = [notice('one file is missing'), ...(plans.length === 2 ? [notice('twice')] : [])];
      return {
        table: { columns: [], rows: [] },
        range: plan.range,
        plan,
        query: `Q${plans.length}`,
        notices,
      };
    },
  } as unknown as LogSource;
  const { frames } = await queryData(
    { refId: 'A', query, range, maxDataPoints: 0 },
    { orgId: 1, user: undefined, dataSource: undefined, headers },
    { source, catalogue: builtinCatalogue, now: () => noon },
    new AbortController().signal,
  );
  return { plans, frames };
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

it('refuses an empty range', async () => {
  await expect(asked({}, { from: noon, to: noon })).rejects.toMatchObject({ code: 'range-invalid' });
});
