import { ChannelCredentials } from '@grpc/grpc-js';
import { DataClient, type QueryDataRequest } from '../../src/backend/grafana/gen/backend';

export interface Load {
  /** ms from asking to the answer, of all calls. */
  readonly times: readonly number[];
  /** Calls of each caller. */
  readonly calls: readonly number[];
}

const MINUTE = 60_000;
const to = Math.floor(Date.now() / MINUTE) * MINUTE - MINUTE;

/** Series of 500 buckets. */
const request: QueryDataRequest = {
  headers: {},
  pluginContext: undefined,
  queries: [
    {
      refId: 'A',
      json: Buffer.from('{"kind":"scenario-series","step":"1m"}'),
      timeRange: { fromEpochMS: to - 500 * MINUTE, toEpochMS: to },
      maxDataPoints: 1000,
      intervalMS: MINUTE,
      queryType: '',
    },
  ],
};

/** Callers who each ask again as soon as they are answered, as panels of many viewers do at worst. */
export async function load(socket: string, callers: number, ms: number): Promise<Load> {
  const client = new DataClient(`unix:${socket}`, ChannelCredentials.createInsecure(), {
    'grpc.max_receive_message_length': -1,
    // Go, in which Grafana is written, widens it by itself; 64 KB of Node would make answers wait for each other.
    'grpc-node.flow_control_window': 2 ** 23,
  });
  const ask = () =>
    new Promise<void>((resolve, reject) => {
      client.queryData(request, (problem, answer) => {
        const { frames = [], error = 'no answer' } = answer?.responses.A ?? {};
        return problem || error || frames.length !== 1 ? reject(problem ?? new Error(error)) : resolve();
      });
    });
  await ask();
  const times: number[] = [];
  const end = performance.now() + ms;
  const caller = async () => {
    let calls = 0;
    while (performance.now() < end) {
      const start = performance.now();
      await ask();
      times.push(performance.now() - start);
      calls += 1;
    }
    return calls;
  };
  const calls = await Promise.all(Array.from({ length: callers }, caller));
  client.close();
  return { times, calls };
}
