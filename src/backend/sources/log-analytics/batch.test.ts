import { GatewaylensError } from '../../../core/errors';
import type { Plan } from '../../../core/plan';
import { builtinCatalogue } from '../../../core/scenarios';
import { read, type Outcome } from './batch';
import type { Reply, Request } from './requests';

const HOUR = 3_600_000;
const planOf = (as: string): Plan => ({
  gives: 'groups',
  range: { from: 0, to: HOUR },
  where: [],
  stepMs: null,
  dimensions: [],
  measures: [{ measure: 'count', as }],
  sample: false,
  limit: 1,
});
const plans = [planOf('First'), planOf('Second')];

const replyOf = (columns: readonly string[], rows: Reply['rows'], partial?: string): Reply => ({
  columns,
  types: [],
  rows,
  partial,
  waitedMs: 0,
  tookMs: 0,
  ageMs: 0,
});
const throttled = new GatewaylensError('azure-throttled', { problem: 'too many' });
const isTogether = ({ kql }: Request) => kql.includes('union ');

/** What came of the plans: the first is answered alone, the second is not. */
function outcomes(together: Reply, isFresh = false): Promise<readonly Outcome[]> {
  let isFirst = true;
  const send = async (request: Request) => {
    if (isTogether(request)) {
      return together;
    }
    if (!isFirst) {
      throw throttled;
    }
    isFirst = false;
    return replyOf(['l0'], [[7]]);
  };
  const way = {
    send,
    catalogue: builtinCatalogue,
    tables: ['resource'] as const,
    host: 'logs.example',
    isBasic: false,
    where: [],
    now: () => 10 * HOUR,
  };
  const manner = { isFresh, lane: 'test', deadline: 0 };
  return read(plans, manner, way, new AbortController().signal);
}

const told = (all: readonly Outcome[]) =>
  all.map((one) => ('problem' in one ? one.problem.code : [one.table.rows, one.reply.partial]));
const alone = [[[7]], undefined];

it('shows what is incomplete where a plan cannot be read alone, and tells why', async () => {
  const partial = replyOf(['_leg', 'l0'], [[0, 3], [1, 4]], 'cut short'); // prettier-ignore
  expect(told(await outcomes(partial))).toEqual([
    alone,
    [[[4]], `cut short. Read by itself, it failed: ${throttled.message}`],
  ]);
});

it.each<[string, Reply, boolean]>([
  ['for an alert rule', replyOf(['_leg', 'l0'], [[0, 3], [1, 4]], 'cut short'), true],
  ['where the incomplete answer has not the columns', replyOf(['other'], [[1]], 'cut short'), false],
  ['where the incomplete answer has a row of nobody', replyOf(['_leg', 'l0'], [[9, 3]], 'cut short'), false],
  ['where its cells are none', replyOf(['_leg', 'l0'], [[0, 3], [1, 'odd']], 'cut short'), false],
])('tells why a plan cannot be read alone %s', async (_, partial, isFresh) => {
  expect(told(await outcomes(partial, isFresh))).toEqual([alone, 'azure-throttled']);
}); // prettier-ignore

it('believes no whole answer that cannot be taken apart', async () => {
  await expect(outcomes(replyOf(['other'], [[1]]))).rejects.toMatchObject({
    code: 'azure-answer-unreadable',
  });
});
