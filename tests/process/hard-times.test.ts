/** What the built backend does when the machine does it harm. How it is killed and orphaned is in lifecycle.test.ts. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { tableFromIPC } from 'apache-arrow';
import { builtExecutable } from '../support/built-plugin';
import { PluginProcess } from '../support/plugin-process';
import { describeWith } from '../support/requirements';

const HOUR = 3_600_000;
const demo = { uid: 'demo', jsonData: { source: 'demo' } };
const files = { uid: 'files', jsonData: { source: 'files', path: '' } };
const noon = Date.UTC(2026, 10, 1, 12);
const failed = (id: string) =>
  JSON.stringify({
    TimeGenerated: new Date(noon).toISOString(),
    Category: 'GatewayLogs',
    CorrelationId: id,
    ResponseCode: 500,
    IsRequestSuccess: false,
  });

const started: PluginProcess[] = [];
const folders: string[] = [];
const newFolder = () => folders[folders.push(mkdtempSync(path.join(tmpdir(), 'gatewaylens-test-'))) - 1]!;

async function start(
  environment: NodeJS.ProcessEnv = {},
  executable = builtExecutable(),
): Promise<PluginProcess> {
  const plugin = await PluginProcess.start([executable], environment);
  started.push(plugin);
  return plugin;
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((plugin) => plugin.stop()));
  folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true }));
});

/** @returns what is wrong with an answer of the demo data: nothing */
async function problemOf(plugin: PluginProcess): Promise<string> {
  const range = { from: Date.now() - HOUR, to: Date.now() };
  const [answer] = (await plugin.query(demo, [{ ...range, json: { kind: 'taxonomy' } }]))!;
  return answer!.error;
}

/** @returns how many failures the log files have, or what is wrong */
async function failuresIn(plugin: PluginProcess): Promise<number | string> {
  const json = { kind: 'failures' };
  const [answer] = (await plugin.query(files, [{ from: noon - HOUR, to: noon + HOUR, json }]))!;
  return answer!.error || tableFromIPC(answer!.frames[0]!).numRows;
}

it('runs twice at the same time, and one that ends leaves the other alone', async () => {
  const shared = { PLUGIN_UNIX_SOCKET_DIR: newFolder() };
  const [one, two] = [await start(shared), await start(shared)];
  expect(await Promise.all([one, two].map(problemOf))).toEqual(['', '']);
  await one.stop();
  expect([existsSync(one.socket), existsSync(two.socket)]).toEqual([false, true]);
  expect(await problemOf(two)).toBe('');
  expect(await problemOf(await start(shared))).toBe('');
  expect(two.isRunning).toBe(true);
});

it.each([
  ['after its first query', true],
  ['before its first query', false],
])('answers although the plugin’s folder was replaced %s', async (_, isUsed) => {
  const folder = newFolder();
  const [installed, newer] = [path.join(folder, 'plugin'), path.join(folder, 'newer')];
  [installed, newer].forEach((copy) => cpSync('dist', copy, { recursive: true }));
  const executable = path.join(installed, path.relative('dist', builtExecutable()));
  const old = await start({}, executable);
  expect(isUsed ? await problemOf(old) : '').toBe('');
  rmSync(installed, { recursive: true });
  renameSync(newer, installed);
  expect(await problemOf(old)).toBe('');
  expect(await problemOf(await start({}, executable))).toBe('');
});

it('ends, so that Grafana starts it again, when the folder of its socket is removed', async () => {
  const plugin = await start();
  const ended = once(plugin.child, 'exit');
  rmSync(path.dirname(plugin.socket), { recursive: true });
  expect(await ended).toEqual([0, null]);
  expect(plugin.log).toContain('the folder of its socket was removed');
});

it('says that the folder of the logs is gone, and reads it when it is back', async () => {
  const folder = newFolder();
  const [logs, away] = [path.join(folder, 'logs'), path.join(folder, 'away')];
  mkdirSync(logs);
  writeFileSync(path.join(logs, 'a.json'), failed('one'));
  const plugin = await start({ GF_PLUGIN_FILES_FOLDER: logs });
  expect(await failuresIn(plugin)).toBe(1);
  renameSync(logs, away);
  await sleep(2500); // a listing is good for two seconds
  expect(await failuresIn(plugin)).toMatch(/^The folder that is allowed for log files does not exist\./);
  renameSync(away, logs);
  await sleep(2500);
  expect(await failuresIn(plugin)).toBe(1);
});

describeWith('tmpfs', 'on a disk that is full', (mount) => {
  let disk: string;
  const fill = () => {
    const left = path.join(disk, 'fill-');
    let i = 0;
    try {
      for (; i < 1000; i++) {
        writeFileSync(`${left}${i}`, '');
      }
    } catch (problem) {
      expect((problem as NodeJS.ErrnoException).code).toBe('ENOSPC');
    }
    return () => Array.from({ length: i }, (_, n) => rmSync(`${left}${n}`, { force: true }));
  };

  beforeAll(() => {
    disk = mkdtempSync(path.join(tmpdir(), 'gatewaylens-disk-'));
    const { status } = spawnSync(mount, ['-t', 'tmpfs', '-o', 'size=64k,nr_inodes=16', 'tmpfs', disk]);
    expect(status).toBe(0);
  });

  afterAll(() => {
    spawnSync('umount', [disk]);
    rmSync(disk, { recursive: true });
  });

  it('says why it does not start', async () => {
    const empty = fill();
    await expect(start({ PLUGIN_UNIX_SOCKET_DIR: disk })).rejects.toThrow(
      /^it ended with 1: \{"@level":"error","@message":"cannot serve",.*ENOSPC[^\n]*$/,
    );
    empty();
  });

  it('tells each query so, and answers once there is room', async () => {
    const plugin = await start({ PLUGIN_UNIX_SOCKET_DIR: disk });
    const empty = fill();
    expect(await problemOf(plugin)).toMatch(
      /^The disk is full on which the embedded engine keeps temporary files\./,
    );
    empty();
    expect(await problemOf(plugin)).toBe('');
  });
});

/** Rows whose classification does not fit into the memory that the engine may take. */
async function writeMore(file: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`COPY (
    SELECT TIMESTAMP '2026-11-01 12:00:00' + to_milliseconds(n) AS TimeGenerated, 'GatewayLogs' AS Category, 'c' || n AS CorrelationId,
      500 AS ResponseCode, false AS IsRequestSuccess, 'Nobody knows ' || repeat('x', 2000) || n % 1000 AS LastErrorMessage
    FROM range(700000) AS t(n)
  ) TO '${file}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
} // prettier-ignore

describeWith('tmpfs', 'on a disk that becomes full within a query', (mount) => {
  let disk: string;
  let logs: string;
  const sized = (size: string, ...options: readonly string[]) =>
    spawnSync(mount, ['-t', 'tmpfs', '-o', [`size=${size}`, ...options].join(), 'tmpfs', disk]).status;

  beforeAll(async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'gatewaylens-spill-'));
    [disk, logs] = [path.join(folder, 'disk'), path.join(folder, 'logs')];
    [disk, logs].forEach((one) => mkdirSync(one));
    expect(sized('64m')).toBe(0);
    await writeMore(path.join(logs, 'more.parquet'));
  }, 300_000);

  afterAll(() => {
    spawnSync('umount', [disk]);
    rmSync(path.dirname(disk), { recursive: true });
  });

  it('tells that query so, harms no other, gives the room back, and answers it once there is more', async () => {
    const plugin = await start({ PLUGIN_UNIX_SOCKET_DIR: disk, GF_PLUGIN_FILES_FOLDER: logs });
    const asked = async () => {
      const [answer] = (await plugin.query(files, [
        { from: noon, to: noon + HOUR, json: { kind: 'taxonomy' } },
      ]))!;
      return answer!.error || tableFromIPC(answer!.frames[0]!).numRows;
    };
    expect(await Promise.all([asked(), problemOf(plugin)])).toEqual([
      expect.stringMatching(/^The disk is full on which the embedded engine keeps temporary files\./),
      '',
    ]);
    // The query had filled it. What was put aside of the demo data, a few MB, may stay.
    const { bfree, blocks } = statfsSync(disk);
    expect(bfree).toBeGreaterThan(blocks / 2);
    expect(sized('3g', 'remount')).toBe(0);
    expect(await asked()).toBe(1);
  }, 300_000);
});

describeWith('faketime', 'when the clock is set back', (library) => {
  it('finds new log files as soon as before, and answers', async () => {
    const folder = newFolder();
    const logs = path.join(folder, 'logs');
    const clock = path.join(folder, 'clock');
    mkdirSync(logs);
    writeFileSync(clock, '+0');
    writeFileSync(path.join(logs, 'a.json'), failed('one'));
    const plugin = await start({
      GF_PLUGIN_FILES_FOLDER: logs,
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: clock,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    });
    expect([await failuresIn(plugin), await problemOf(plugin)]).toEqual([1, '']);
    writeFileSync(clock, '-5h');
    writeFileSync(path.join(logs, 'b.json'), failed('two'));
    await sleep(2500);
    expect([await failuresIn(plugin), await problemOf(plugin)]).toEqual([2, '']);
    const before = new Date(Date.now() - 4 * HOUR).toISOString();
    await plugin.stop();
    const stopped = JSON.parse(plugin.log.split('\n').at(-1)!) as Record<string, string>;
    // Its clock had really been set back.
    expect(stopped['@timestamp']! < before).toBe(true);
  });
});
