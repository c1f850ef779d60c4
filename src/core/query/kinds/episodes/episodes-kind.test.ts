import { builtinScenarios } from '../../../scenarios/builtin';
import { context, fieldsOf, framesOf, MINUTE, start, type Rows } from '../../../../../tests/support/answers';

const at = (minute: number) => start + minute * MINUTE;
const range = { from: start, to: at(10) };
const episodes = (failed: Rows, all: Rows, now = at(2000)) =>
  framesOf({ kind: 'episodes', step: '1m' }, [failed, all], { ...context, range, now })[0]!;
const words = (id: string) => {
  const { summary, remediation } = builtinScenarios.find((scenario) => scenario.id === id)!;
  return `${summary} ${remediation[0]}`;
};

const failed: Rows = [
  [at(7), 'backend-timeout', 1000],
  [at(8), 'backend-timeout', 900],
  [at(9), 'backend-timeout', 1200],
  [at(1), 'backend-dns-failure', 9],
  [at(4), 'operation-not-found', 1],
];
const all: Rows = [['failed', 3110], ['succeeded', 5]]; // prettier-ignore

it('gives annotations in the order of time, the one that reaches the present as going on', () => {
  const frame = episodes(failed, all, at(10));
  expect(fieldsOf(frame)).toEqual([
    ['time', 'time', 'From', [at(1), at(7)]],
    ['timeEnd', 'time', 'To', [at(2), at(10)]],
    ['title', 'string', 'Scenario', ['Unresolved backend name', 'Timed out at the backend']],
    ['text', 'string', 'What to do', [
      `9 requests. Owner: Network team. ${words('backend-dns-failure')}`,
      `3,100 requests, still going on. Owner: Backend team. ${words('backend-timeout')}`,
    ]],
    ['tags', 'string', 'Tags', ['backend-dns-failure,backend-connection,network', 'backend-timeout,backend,backend-team']],
    ['id', 'string', 'Id', [`backend-dns-failure-${at(1)}`, `backend-timeout-${at(7)}`]],
    ['scenario', 'string', 'Scenario id', ['backend-dns-failure', 'backend-timeout']],
    ['count', 'number', 'Requests', 'short', [9, 3100]],
    ['peak', 'number', 'Most in one step', 'short', [9, 1200]],
    ['ongoing', 'boolean', 'Ongoing', [false, true]],
  ]); // prettier-ignore
  expect(frame.meta).toEqual({ preferredVisualisationType: 'table', notices: [] });
});

it('is over when the range is long past', () => {
  expect(fieldsOf(episodes(failed, all)).at(-1)).toEqual(['ongoing', 'boolean', 'Ongoing', [false, false]]);
});

it('is empty without failures, and says so', () => {
  const frame = episodes([], []);
  expect(frame.fields.map(({ values }) => values)).toEqual(frame.fields.map(() => []));
  expect(frame.meta.notices).toEqual([
    { severity: 'warning', text: 'No requests at all were found in this range with these filters.' },
  ]);
});
