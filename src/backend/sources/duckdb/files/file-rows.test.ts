import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { observedRange, observedRows, recordOf } from '../../../../../tests/support/gateway-records';
import { GatewaylensError } from '../../../../core/errors';
import { Engine } from '../engine';
import { fileRows, readFiles } from './file-rows';

const { signal } = new AbortController();
/** Within the times of all lines. */
const within = { from: observedRange.from, to: observedRange.from + 1000 };
const lines = observedRows.map(({ row }) => JSON.stringify(recordOf(row, 'resource')));

let base: string;
let folder: string;
let engine: Engine;
beforeEach(() => {
  base = realpathSync(mkdtempSync(path.join(tmpdir(), 'gatewaylens-test-')));
  folder = path.join(base, 'logs');
  mkdirSync(folder);
  engine = new Engine([folder], base);
});
afterEach(async () => {
  await engine.dispose();
  rmSync(base, { recursive: true });
});

const write = (name: string, content: readonly string[]) =>
  writeFileSync(path.join(folder, name), content.join('\n'));

/** Rows of all files, with a clock that is set by hand. */
function opened() {
  const clock = { now: 0 };
  const rows = fileRows(folder, '', () => clock.now);
  const counted = async () => {
    const { sql } = await rows.relation(observedRange, engine, signal);
    return Number((await engine.rows(`SELECT count(*) FROM ${sql}`, signal))[0]![0]);
  };
  return { rows, clock, counted };
}

it('notices files that come, grow and go, a few seconds later', async () => {
  const { clock, counted } = opened();
  const after = (seconds: number) => {
    clock.now += seconds * 1000;
    return counted();
  };
  write('a.ndjson', lines.slice(0, 2));
  const first = await counted();
  write('b.ndjson', lines.slice(2, 5));
  const soon = await after(1);
  const came = await after(2);
  write('a.ndjson', lines.slice(0, 6));
  const grew = await after(3);
  rmSync(path.join(folder, 'b.ndjson'));
  expect([first, soon, came, grew, await after(3)]).toEqual([2, 2, 5, 9, 6]);
});

it('reads files once for all who ask, until they change', async () => {
  write('a.ndjson', lines);
  const { rows, clock, counted } = opened();
  const ran = jest.spyOn(engine, 'rows');
  const ask = () => rows.relation(observedRange, engine, signal);
  await Promise.all([ask(), ask(), rows.check(engine, signal)]);
  clock.now += 60_000;
  await ask();
  expect(ran).toHaveBeenCalledTimes(1);
  write('a.ndjson', lines.slice(1));
  clock.now += 60_000;
  expect(await counted()).toBe(lines.length - 1);
});

const MORE = '“gatewaylens classify” on the command line tells where and why';

it('tells which files and how many records could not be read, and counts the rest', async () => {
  write('good.ndjson', [...lines.slice(0, 3), '{broken', '{"ResponseCode": 500}']);
  write('other.json', ['{"hello": "world"}']);
  writeFileSync(path.join(folder, 'cut.json.gz'), 'no gzip');
  const { rows, counted } = opened();
  const texts = [
    `1 of 3 log files could not be read: cut.json.gz; ${MORE}.`,
    '1 of 3 log files hold no gateway records: other.json.',
    `Not counted, because they are no gateway records that can be read: 1 of 5 records of the log files, in good.ndjson; ${MORE}.`,
    `Not counted, because their time is missing or cannot be read: 1 of 5 records of the log files, in good.ndjson; ${MORE}.`,
  ];
  expect(await counted()).toBe(3);
  expect((await rows.relation(within, engine, signal)).notices).toEqual(
    texts.map((text) => ({ severity: 'warning', text })),
  );
  expect(await rows.check(engine, signal)).toEqual([
    {
      name: 'Log files',
      state: 'limited',
      message: '3 gateway records; files read: 1.',
      hint: texts.join(' '),
    },
  ]);
});

describe('says from when to when there are requests', () => {
  const first = observedRange.from;
  const last = first + 2000;
  const minute = 60_000;
  const told = [
    {
      severity: 'info',
      text: 'The log files hold requests from 2026-11-01 12:00:00 UTC to 2026-11-01 12:00:02 UTC; there is nothing known outside.',
    },
  ];
  it.each([
    ['a range within', first, last, []],
    ['a range that hardly goes beyond', first - minute, last + minute, []],
    ['a range that begins before', first - minute - 1, last, told],
    ['a range that ends after', first, last + minute + 1, told],
  ])('for %s', async (_, from, to, notices) => {
    write('a.ndjson', [lines[1]!, lines[0]!, '{"ResponseCode":500}']);
    write('b.json', [`[${lines[2]}]`]);
    const { notices: found } = await opened().rows.relation({ from, to }, engine, signal);
    expect(found.filter(({ severity }) => severity === 'info')).toEqual(notices);
  });
});

it('lists the first few of many files that could not be read', async () => {
  write('good.ndjson', lines);
  ['a', 'b', 'c', 'd', 'e'].forEach((name) => write(`${name}.json`, ['{"hello": "world"}']));
  const { notices } = await opened().rows.relation(within, engine, signal);
  expect(notices.map(({ text }) => text)).toEqual([
    '5 of 6 log files hold no gateway records: a.json, b.json, c.json, 2 more.',
  ]);
});

it('is healthy when all could be read', async () => {
  write('a.ndjson', lines);
  expect(await opened().rows.check(engine, signal)).toEqual([
    { name: 'Log files', state: 'ok', message: `${lines.length} gateway records; files read: 1.` },
  ]);
});

it.each<[string, () => void, string]>([
  ['there is none', () => undefined, 'files-missing'],
  ['none is a gateway log', () => write('a.json', ['{"hello": "world"}']), 'files-unreadable'],
  ['none can be read', () => writeFileSync(path.join(folder, 'a.json.gz'), 'no gzip'), 'files-failed'],
])('fails when %s, and looks again', async (_, prepare, code) => {
  prepare();
  const { clock, counted } = opened();
  await expect(counted()).rejects.toMatchObject({ code });
  write('b.ndjson', lines);
  clock.now += 3000;
  expect(await counted()).toBe(lines.length);
});

it.each<[string, string, string, unknown]>([
  ['by the system', 'a.json.gz', 'no gzip', 'incorrect header check'],
  ['by the engine', 'a.parquet', 'no Parquet', expect.stringMatching(/^Invalid Input Error: /)],
  ['by the engine at its end', 'a.json', `[${lines.join()}`, expect.stringMatching(/^Invalid Input Error: /)],
])(
  'gives the first problem, as told %s, as the cause when no file can be read',
  async (_, name, text, message) => {
    writeFileSync(path.join(folder, name), text);
    await expect(opened().counted()).rejects.toMatchObject({ code: 'files-failed', cause: { message } });
  },
);

describe('a problem that is none of a file is told as it is', () => {
  it.each(['engine-memory', 'source-failed', 'cancelled'] as const)('%s, asked once', async (code) => {
    write('a.ndjson', lines);
    write('b.ndjson', lines);
    const problem = new GatewaylensError(code, { problem: 'x' });
    const ran = jest.spyOn(engine, 'rows').mockRejectedValue(problem);
    await expect(opened().counted()).rejects.toBe(problem);
    expect(ran).toHaveBeenCalledTimes(1);
  });

  it('also while columns are looked up, and ends what else is read', async () => {
    write('a.parquet', []);
    write('b.parquet', []);
    const problem = new GatewaylensError('engine-memory');
    const signals: AbortSignal[] = [];
    jest.spyOn(engine, 'rows').mockImplementation((_, given) => {
      signals.push(given);
      return signals.length === 1 ? Promise.reject(problem) : new Promise(() => undefined);
    });
    await expect(opened().counted()).rejects.toBe(problem);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  });
});

it('reads a list across folders as one relation, in which a request of both tables is once', async () => {
  const files = (['resource', 'legacy'] as const).map((shape) => {
    mkdirSync(path.join(folder, shape));
    const row = { ...observedRows[0]!.row, _ResourceId: '/subscriptions/s/service/contoso' };
    write(`${shape}/a.ndjson`, [JSON.stringify(recordOf(row, shape))]);
    return path.join(folder, shape, 'a.ndjson');
  });
  write('other.json', ['{"hello": "world"}']);
  const list = {
    files: [...files, path.join(folder, 'other.json')],
    fingerprint: '',
    nameOf: (file: string) => `<${path.basename(file)}>`,
    title: 'these',
  };
  const { sql, notices } = await readFiles(async () => list).relation(observedRange, engine, signal);
  expect(await engine.rows(`SELECT count(*) FROM ${sql}`, signal)).toEqual([[1n]]);
  expect(notices.map(({ text }) => text)).toEqual([
    '1 of 3 log files hold no gateway records: <other.json>.',
    'Left out, because ApiManagementGatewayLogs has the requests of the same service and hour: 1 row of AzureDiagnostics.',
  ]);
});

it('reads several files of an object over many lines at the same time, packed ones too', async () => {
  const records = Array.from({ length: 4000 }, () => JSON.parse(lines[0]!) as object);
  const text = JSON.stringify({ records }, null, 2);
  for (const name of ['a', 'b', 'c']) {
    write(`${name}.json`, [text]);
    writeFileSync(path.join(folder, `${name}.json.gz`), gzipSync(text));
  }
  const { counted } = opened();
  expect(await Promise.all([1, 2, 3].map(counted))).toEqual([24_000, 24_000, 24_000]);
});

it('reads a packed file of a large object to which a small one was appended', async () => {
  const object = (blanks: number) => `{\n"records": [${lines[0]}]${' '.repeat(blanks)}\n}`;
  const parts = [object(40_000_000), object(2_000_000)].map((text) => gzipSync(text, { level: 1 }));
  writeFileSync(path.join(folder, 'a.json.gz'), Buffer.concat(parts));
  expect(await opened().counted()).toBe(2);
});

it('goes on reading for others when one who asked has left', async () => {
  write('a.ndjson', lines);
  const { rows } = opened();
  const leaving = new AbortController();
  const left = rows.relation(within, engine, leaving.signal);
  const staying = rows.relation(within, engine, signal);
  leaving.abort();
  await expect(left).rejects.toMatchObject({ code: 'cancelled' });
  expect((await staying).notices).toEqual([]);
});

it('waits with many files for its turn without a warning of Node’s', async () => {
  const warned = jest.fn();
  process.on('warning', warned);
  for (let i = 0; i < 40; i++) {
    write(`${i}.ndjson`, [lines[0]!]);
  }
  expect(await opened().counted()).toBe(40);
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', warned);
  expect(warned).not.toHaveBeenCalled();
});
