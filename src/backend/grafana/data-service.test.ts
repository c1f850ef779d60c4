import { EventEmitter } from 'node:events';
import { tableFromIPC } from 'apache-arrow';
import { GatewaylensError } from '../../core/errors';
import type { Frame } from '../../core/frames';
import { dataService, type QueryHandler } from './data-service';
import type { DataQuery, QueryDataResponse } from './gen/backend';
import { logProblem } from './log-problem';

const good: Frame = {
  name: 'good',
  meta: {},
  fields: [{ name: 'count', type: 'number', values: [1, null, 3] }],
};
const bad: Frame = {
  name: 'bad',
  meta: {},
  fields: [
    { name: 'a', type: 'number', values: [1] },
    { name: 'b', type: 'number', values: [] },
  ],
};

/** Answers queries of these names, and tells what was logged. */
async function ask(handle: QueryHandler, refIds: readonly string[], cancel = false) {
  const log = jest.fn();
  const queries = refIds.map((refId) => ({ refId, json: Buffer.from('{"kind": "x"}') }) as DataQuery);
  const call = Object.assign(new EventEmitter(), { request: { queries, headers: {} } });
  const answer = new Promise<QueryDataResponse>((resolve) =>
    dataService(handle, (...problem) => logProblem(log, ...problem)).queryData(call as never, (_, response) =>
      resolve(response as QueryDataResponse),
    ),
  );
  if (cancel) {
    call.emit('cancelled');
  }
  return { responses: (await answer).responses, logged: log.mock.calls as [string, string, object][] };
}

it('makes one clear error of a frame that cannot be encoded, which harms no other query', async () => {
  const { responses, logged } = await ask(
    async ({ refId }) => ({ frames: refId === 'A' ? [good, bad] : [good] }),
    ['A', 'B'],
  );
  expect(responses.A).toEqual({
    frames: [],
    error:
      'Something went wrong inside the plugin: frame bad: field b has 0 values. ' +
      'This is a fault of the plugin; Grafana’s log has the details. (internal)',
    status: 500,
    errorSource: 'plugin',
  });
  expect(responses.B).toMatchObject({ error: '', status: 200, errorSource: '' });
  const table = tableFromIPC(responses.B!.frames[0]!);
  expect([table.schema.metadata.get('refId'), [...table.getChild('count')!]]).toEqual(['B', [1, null, 3]]);
  expect(logged).toEqual([
    ['error', 'query failed', expect.objectContaining({ refId: 'A', code: 'internal' })],
  ]);
});

it('answers each query by itself, with the error of the one that fails', async () => {
  const { responses } = await ask(
    async ({ refId, query }) => {
      if (refId === 'B') {
        throw new GatewaylensError('range-invalid');
      }
      return { frames: [{ ...good, name: JSON.stringify(query) }] };
    },
    ['A', 'B'],
  );
  expect(responses.A).toMatchObject({ error: '', status: 200 });
  expect(responses.B).toEqual({
    frames: [],
    error:
      'The time range is empty, runs backwards, or leaves the years 1900 to 2261. Choose a range whose end is after its start. (range-invalid)',
    status: 400,
    errorSource: 'downstream',
  });
});

it('passes on that Grafana has cancelled the call, and logs nothing of it', async () => {
  const { responses, logged } = await ask(
    (_, __, signal) =>
      new Promise((_, reject) =>
        signal.addEventListener('abort', () => reject(new GatewaylensError('cancelled'))),
      ),
    ['A'],
    true,
  );
  expect([responses.A!.status, logged]).toEqual([499, []]);
});

it('answers a hundred queries of a request, and refuses the others one by one', async () => {
  const refIds = Array.from({ length: 102 }, (_, i) => `Q${i}`);
  const { responses } = await ask(async () => ({ frames: [good] }), refIds);
  expect(refIds.filter((refId) => responses[refId]!.error === '')).toEqual(refIds.slice(0, 100));
  expect(responses.Q101).toEqual({
    frames: [],
    error:
      'There are 102 queries in one request; the first 100 are answered. Spread the queries over several panels. (too-many-queries)',
    status: 400,
    errorSource: 'downstream',
  });
});
