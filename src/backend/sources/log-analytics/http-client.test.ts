import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type * as Azure from './azure';
import { httpClient } from './http-client';

/** A signal as the libraries have it, which is not Node’s. */
class ForeignSignal {
  readonly listeners = new Set<() => void>();
  aborted = false;

  addEventListener(_: 'abort', listener: () => void): void {
    this.listeners.add(listener);
  }

  removeEventListener(_: 'abort', listener: () => void): void {
    this.listeners.delete(listener);
  }

  abort(): void {
    this.aborted = true;
    this.listeners.forEach((listener) => listener());
  }
}

let server: Server;
let asked: () => void;
let azure: typeof Azure;
let client: ReturnType<typeof httpClient>;

beforeAll(async () => {
  azure = await import('./azure');
  client = httpClient({ maxBytes: 1000, ca: undefined }, azure.createHttpHeaders);
  server = createServer(({ url }, response) => {
    asked();
    if (url === '/answered') {
      response.end('{}');
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterAll(async () => {
  client.close();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const send = (path: string, signal: ForeignSignal) =>
  client.sendRequest(
    azure.createPipelineRequest({
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
      allowInsecureConnection: true,
      abortSignal: signal as unknown as AbortSignal,
    }),
  );

it('listens to a signal for as long as its request lasts', async () => {
  const signal = new ForeignSignal();
  let during = 0;
  asked = () => (during = signal.listeners.size);
  expect(await send('/answered', signal)).toMatchObject({ status: 200, bodyAsText: '{}' });
  expect([during, signal.listeners.size]).toEqual([1, 0]);
});

it('ends when such a signal is raised, before or while it waits', async () => {
  const [raised, signal] = [new ForeignSignal(), new ForeignSignal()];
  raised.abort();
  await expect(send('/waiting', raised)).rejects.toMatchObject({ name: 'AbortError' });
  asked = () => signal.abort();
  await expect(send('/waiting', signal)).rejects.toMatchObject({ name: 'AbortError' });
  expect([raised.listeners.size, signal.listeners.size]).toEqual([0, 0]);
});
