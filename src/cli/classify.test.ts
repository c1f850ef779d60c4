import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const LINES = [
  '{"TimeGenerated":"2026-11-01T08:00:00Z","CorrelationId":"c1","ResponseCode":500,"LastErrorReason":"Timeout"}',
  '',
  'no json',
  '{"level":"info"}',
  '{"properties":{"responseCode":200}}',
].join('\n');

const EXPECTED = [
  {
    line: 1,
    time: '2026-11-01T08:00:00.000Z',
    correlationId: 'c1',
    outcome: 'failed',
    scenario: 'backend-timeout',
    family: 'backend',
    confidence: 'high',
    basis: 'reason',
  },
  { line: 3, error: 'no JSON' },
  { line: 4, error: 'no gateway record' },
  {
    line: 5,
    time: null,
    correlationId: '',
    outcome: 'succeeded',
    scenario: 'none',
    family: '',
    confidence: '',
    basis: '',
  },
];

function cli(args: readonly string[], input = '') {
  const tsx = path.resolve('node_modules/.bin/tsx');
  const { status, stdout, stderr } = spawnSync(tsx, ['src/cli/main.ts', ...args], {
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const parsed = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'gatewaylens-test-'))));
afterAll(() => rmSync(folder, { recursive: true }));

it('classifies standard input as JSON, one line for each row', () => {
  const { status, stdout, stderr } = cli(['classify', '--output', 'json', '-'], LINES);
  expect([status, stderr]).toEqual([0, '2 of 4 rows could not be read\n']);
  expect(parsed(stdout)).toEqual(EXPECTED);
});

it('reads files, compressed ones too, and names them', () => {
  const file = path.join(folder, 'rows.json.gz');
  writeFileSync(file, gzipSync(LINES));
  const { status, stdout } = cli(['classify', '--output', 'json', file]);
  expect(status).toBe(0);
  expect(parsed(stdout)).toEqual(EXPECTED.map((line) => ({ file, ...line })));
});

it('prints a table', () => {
  const { stdout } = cli(['classify'], LINES);
  expect(stdout.split('\n').map((line) => line.split(/\s+/))).toEqual([
    ['line', 'time', 'status', 'outcome', 'confidence', 'scenario'],
    ['1', '2026-11-01T08:00:00.000Z', '500', 'failed', 'high', 'backend-timeout'],
    ['3', 'no', 'JSON'],
    ['4', 'no', 'gateway', 'record'],
    ['5', '200', 'succeeded', 'none'],
    [''],
  ]);
});

it.each([
  [['classify', '/no/such/file'], 'could not be read: ENOENT'],
  [['classify', '--output', 'xml'], 'Allowed choices are table, json'],
  [['clasify'], "unknown command 'clasify'"],
])('says what is wrong with %j', (args, message) => {
  const { status, stderr } = cli(args);
  expect(status).toBe(2);
  expect(stderr).toContain(message);
});

it('fails when it could read nothing', () => {
  expect(cli(['classify'], 'x\ny')).toMatchObject({ status: 2, stderr: '2 of 2 rows could not be read\n' });
});
