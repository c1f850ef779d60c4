import { slowestDrop } from '../../tools/bench/log-analytics-cancel';

const source = { answers: () => new Promise<never>(() => undefined) };
const requests = (ended?: number) => Array.from({ length: 20 }, () => (ended === undefined ? {} : { ended }));

it.each([
  ['no connection is dropped', requests()],
  ['nothing is asked', []],
])('is given up where %s', async (_, asked) => {
  expect(await slowestDrop({ fake: { asked }, source }, 20)).toBe(Infinity);
});

it('is measured where all are dropped', async () => {
  expect(await slowestDrop({ fake: { asked: requests(performance.now() + 1000) }, source }, 20)).toBeLessThan(
    Infinity,
  );
});
