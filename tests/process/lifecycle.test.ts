/** How the built backend starts and ends. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { ChannelCredentials } from '@grpc/grpc-js';
import { DataClient } from '../../src/backend/grafana/gen/backend';
import { demo } from '../support/backend-over-logs';
import { builtExecutable } from '../support/built-plugin';
import { buildPeer, GrafanaPeer, sdks, type Sdk } from '../support/grafana-peer';
import { describeWith } from '../support/requirements';

jest.setTimeout(600_000);

const grafana = { ...process.env, grafana_plugin_type: 'datasource' };

describeWith('go', 'a backend that Grafana’s SDK has started', () => {
  describe.each(Object.keys(sdks) as Sdk[])('(%s)', whatASdkStarts);
});

function whatASdkStarts(sdk: Sdk): void {
  let executable: string;
  beforeAll(() => {
    executable = buildPeer(sdk);
  }, 600_000);

  it('ends when asked, and takes its folder along', async () => {
    const peer = new GrafanaPeer(executable, builtExecutable());
    const pid = await peer.pid();
    const range = { from: Date.now() - 600_000, to: Date.now() };
    await peer.query({ uid: 'demo', updated: 1, jsonData: {} }, [{ refId: 'A', ...range, json: {} }]);
    expect(foldersOf(pid)).toHaveLength(1);
    expect(await peer.stop()).toMatchObject({ exited: true });
    expect(foldersOf(pid)).toEqual([]);
  });

  it('ends by itself when its host was killed', async () => {
    const peer = new GrafanaPeer(executable, builtExecutable());
    const pid = await peer.pid();
    peer.kill();
    for (let i = 0; i < 1200 && isAlive(pid); i++) {
      await sleep(100);
    }
    expect([isAlive(pid), foldersOf(pid)]).toEqual([false, []]);
  });

  it('starts again after it was killed, and sweeps what the killed one left behind', async () => {
    const killed = new GrafanaPeer(executable, builtExecutable());
    const pid = await killed.pid();
    process.kill(pid, 'SIGKILL');
    await expect(killed.health(demo)).rejects.toThrow();
    expect(foldersOf(pid)).toHaveLength(1);
    const next = new GrafanaPeer(executable, builtExecutable());
    expect(await next.health(demo)).toMatchObject({ status: 'OK' });
    expect(foldersOf(pid)).toEqual([]);
    await Promise.all([killed.stop(), next.stop()]);
  });
}

it('ends by itself when nobody reads its log any more', async () => {
  const child = spawn(builtExecutable(), { env: grafana, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  await once(child.stderr, 'data');
  child.stderr.destroy();
  const client = new DataClient(`unix:${line.split('|')[3]}`, ChannelCredentials.createInsecure());
  // A request that names no data source is an error, which the backend logs.
  const query = {
    refId: 'A',
    json: Buffer.from('{}'),
    maxDataPoints: 0,
    intervalMS: 0,
    queryType: '',
    timeRange: undefined,
  };
  client.queryData({ headers: {}, queries: [query], pluginContext: undefined }, () => undefined);
  try {
    expect(await Promise.race([ended, sleep(120_000, 'still running', { ref: false })])).toEqual([0, null]);
    expect(foldersOf(child.pid!)).toEqual([]);
  } finally {
    child.kill();
    client.close();
  }
});

it.each([
  ['without Grafana’s cookie', {}],
  ['with a wrong cookie', { grafana_plugin_type: 'panel' }],
])('does not start %s', (_, cookie) => {
  const env = { ...process.env, ...cookie };
  const { status, stdout, stderr } = spawnSync(builtExecutable(), { encoding: 'utf8', env });
  expect([status, stdout, stderr]).toEqual([
    1,
    '',
    'This is the backend of a Grafana plugin; Grafana starts it.\n',
  ]);
});

it('says why it does not start in a folder whose path is too long for a socket', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gatewaylens-test-'));
  const deep = path.join(folder, 'x'.repeat(100));
  mkdirSync(deep);
  const { status, stdout, stderr } = spawnSync(builtExecutable(), {
    encoding: 'utf8',
    env: { ...grafana, PLUGIN_UNIX_SOCKET_DIR: deep },
  });
  expect([status, stdout]).toEqual([1, '']);
  expect(
    stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual([
    {
      '@level': 'error',
      '@message': 'cannot serve',
      '@timestamp': expect.any(String),
      problem: expect.stringContaining('the path of the socket is longer than 103 bytes'),
    },
  ]);
  expect(readdirSync(deep)).toEqual([]);
  rmSync(folder, { recursive: true });
});

function foldersOf(pid: number): string[] {
  return readdirSync(tmpdir()).filter((entry) => entry.startsWith(`gatewaylens-${pid}-`));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
