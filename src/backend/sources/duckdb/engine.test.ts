import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Engine } from './engine';

const { signal } = new AbortController();
/** Far more than a test waits for. */
const ENDLESS = 'SELECT count(*) FROM range(1000000000000) AS numbers(n) WHERE hash(n) % 7 = 0';

let base: string;
let allowed: string;
let engine: Engine;

beforeEach(() => {
  base = realpathSync(mkdtempSync(path.join(tmpdir(), 'gatewaylens-test-')));
  allowed = path.join(base, 'logs');
  for (const folder of ['logs', 'logs-other', 'work']) {
    mkdirSync(path.join(base, folder));
    writeFileSync(path.join(base, folder, 'a.json'), '{"a": 1}\n');
  }
  symlinkSync(path.join(base, 'logs-other/a.json'), path.join(allowed, 'link.json'));
  engine = new Engine([allowed], path.join(base, 'work'));
});

afterEach(async () => {
  await engine.dispose();
  rmSync(base, { recursive: true });
});

const answered = (sql: string) =>
  engine
    .rows(sql.replaceAll('BASE', base), signal)
    .catch(({ code, message }: { code: string; message: string }) => `${code}: ${message}`);

const NOT_ALLOWED = 'files-failed: A log file could not be read to its end.';
const NO_QUERY = 'source-failed: The embedded engine could not run the query: it is no query.';

it('reads below its folders', async () => {
  expect(await answered(`SELECT a FROM read_json('BASE/logs/a.json')`)).toEqual([[1n]]);
});

it.each([
  `read_text('BASE/logs-other/a.json')`,
  `read_text('BASE/logs/../logs-other/a.json')`,
  `read_text('BASE/logs/link.json')`,
  `read_text('BASE/work/a.json')`,
  `read_json('BASE/logs-other/*.json')`,
  `glob('BASE/*')`,
  `glob('BASE/work/*')`,
  `read_blob('/proc/self/environ')`,
  `read_json('http://127.0.0.1:1/a.json')`,
  `'BASE/logs-other/a.json'`,
])('reads nowhere else: %s', async (source) => {
  expect(await answered(`SELECT * FROM ${source}`)).toBe(NOT_ALLOWED);
});

it.each([
  `COPY (SELECT 1) TO 'BASE/logs/out.csv'`,
  `ATTACH 'BASE/logs/out.db' AS other`,
  `ATTACH ':memory:' AS other`,
  `CREATE TABLE kept AS SELECT 1`,
  `SET VARIABLE kept = 1`,
  `EXPLAIN ANALYZE COPY (SELECT 1) TO 'BASE/logs/out.csv'`,
  `CALL pragma_version()`,
])('runs queries only: %s', async (sql) => {
  expect(await answered(sql)).toBe(NO_QUERY);
  expect(readdirSync(allowed).sort()).toEqual(['a.json', 'link.json']);
});

it.each([
  `SET enable_external_access = true`,
  `SET allowed_directories = ['/']`,
  `SET memory_limit = '100GB'`,
  `RESET lock_configuration`,
  `INSTALL httpfs`,
  `LOAD httpfs`,
  `EXPORT DATABASE 'BASE/logs/out'`,
  `SELECT 1; COPY (SELECT 1) TO 'BASE/logs/out.csv'`,
])('changes no setting and loads no extension: %s', async (sql) => {
  expect(await answered(sql)).toMatch(/^(source-failed|files-failed): /);
  expect(
    await answered(
      `SELECT name, value FROM duckdb_settings() WHERE name IN
      ('enable_external_access', 'lock_configuration', 'autoload_known_extensions', 'autoinstall_known_extensions')
      ORDER BY name`,
    ),
  ).toEqual([
    ['autoinstall_known_extensions', 'false'],
    ['autoload_known_extensions', 'false'],
    ['enable_external_access', 'false'],
    ['lock_configuration', 'true'],
  ]);
  expect(readdirSync(allowed).sort()).toEqual(['a.json', 'link.json']);
});

it('keeps its temporary files in a folder of its own, and removes it', async () => {
  const work = () => readdirSync(path.join(base, 'work')).filter((entry) => entry !== 'a.json');
  expect(work()).toEqual([]);
  await answered('SELECT 1');
  expect(work()).toEqual([expect.stringMatching(/^duckdb-\w{6}$/)]);
  await engine.dispose();
  expect(work()).toEqual([]);
});

it('does not take more threads than have room in its memory, whatever the machine has', async () => {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const create = DuckDBInstance.create.bind(DuckDBInstance);
  jest.spyOn(DuckDBInstance, 'create').mockImplementationOnce((name) => create(name, { threads: '64' }));
  expect(await answered("SELECT current_setting('threads')")).toEqual([[8n]]);
});

it('tells what kind of fault it met, and nothing of the query', async () => {
  expect([await answered('SELECT secret'), await answered("SELECT CAST('secret' AS INTEGER)")]).toEqual([
    'source-failed: The embedded engine could not run the query: Binder Error.',
    'source-failed: The embedded engine could not run the query: Conversion Error.',
  ]);
});

it('ends cancelled queries, running and waiting, and runs others in their place', async () => {
  const controller = new AbortController();
  const cancelled = [1, 2, 3, 4].map(() =>
    engine.rows(ENDLESS, controller.signal).catch(({ code }: { code: string }) => code),
  );
  const next = engine.rows('SELECT 1', signal);
  await engine.rows('SELECT 2', AbortSignal.abort()).catch(() => undefined);
  setTimeout(() => controller.abort(), 50);
  expect(await Promise.all(cancelled)).toEqual(['cancelled', 'cancelled', 'cancelled', 'cancelled']);
  expect(await next).toEqual([[1]]);
});

it('can be opened again after it could not', async () => {
  rmSync(path.join(base, 'work'), { recursive: true });
  expect(await answered('SELECT 1')).toMatch(/^source-failed: /);
  mkdirSync(path.join(base, 'work'));
  expect(await answered('SELECT 1')).toEqual([[1]]);
});
