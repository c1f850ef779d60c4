import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  ALL,
  at,
  LEFT_OUT,
  lines,
  refused,
  RESOURCE_ID,
  row,
  ROWS,
  summaryCli,
} from '../../../tests/support/summary-cli';

jest.setTimeout(120_000);

const { run, summary, counted, file, pathOf } = summaryCli();

it('sums a log up for people', () => {
  const log = file('text/export.ndjson', lines(ROWS));
  const { status, stdout, stderr } = summary([log]);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout.split('\n').slice(1)).toEqual([
    'Range     2026-11-01 08:00:00 to 2026-11-01 08:00:03 UTC (3 seconds)',
    'Requests  4: 3 failed (75.0 %), 0 masked, 1 succeeded',
    '',
    'Failures by scenario',
    '',
    '      2  66.7 %  No connection to the backend (backend-connect-timeout)',
    '  seen    first 2026-11-01 08:00:01, last 2026-11-01 08:00:03',
    '  where   contoso · orders · orders.contoso.net (100.0 % of them)',
    '  owner   Network team',
    '  do      Bring the backend up, or correct address and port.',
    '',
    '      1  33.3 %  Missing subscription key (subscription-key-missing)',
    '  seen    first 2026-11-01 08:00:02, last 2026-11-01 08:00:02',
    '  where   contoso · payments (100.0 % of them)',
    '  owner   API consumer',
    '  do      Send the key of an active subscription in the header that the API',
    '          names, Ocp-Apim-Subscription-Key by default.',
    '',
    'Where the time went (means)',
    '              requests    mean  backend  client  cache  gateway',
    'all requests         4  10.5 s   10.5 s    3 ms   0 ms     5 ms',
    'slowest 5 %          2  21.1 s   21.0 s    4 ms   0 ms     6 ms',
    'slowest 1 %          2  21.1 s   21.0 s    4 ms   0 ms     6 ms',
    '1 request had parts longer than their total; these were cut.',
    '',
    'Slowest APIs',
    'service  API       requests    mean     p95  backend',
    'contoso  orders           3  14.0 s  21.1 s   14.0 s',
    'contoso  payments         1    2 ms    2 ms     2 ms',
    '',
    'Backend connection failures (21 s, 240 s: how many ended near these limits)',
    'backend host        type             failed, masked  of calls  typical  21 s  240 s',
    'orders.contoso.net  connect-timeout               2    66.7 %   21.0 s     2      0',
    '',
    'Failures by API (x share: how many times its share of the traffic)',
    'service  API       failures  calls  of calls  x share',
    'contoso  orders           2      3    66.7 %      0.9',
    'contoso  payments         1      1   100.0 %      1.3',
    '',
  ]);
  expect(stdout).not.toContain('secret');
});

it.each<[string, string, string]>([
  ['a list over many lines', 'list.json', JSON.stringify(ROWS, null, 2)],
  ['an envelope', 'envelope.json', JSON.stringify({ records: ROWS })],
  ['lines under a name that is no log’s', 'export.dat', lines(ROWS)],
  ['lines with a byte order mark', 'mark.json', `\uFEFF${lines(ROWS)}`],
])('reads %s', (_, name, content) => {
  expect(counted([file(`shapes/${name}`, content)])).toEqual(ALL);
});

it('reads CSV from standard input', () => {
  const names = ['_ResourceId', 'ResponseCode', 'LastErrorReason', 'LastErrorMessage'] as const;
  const cells = (one: Readonly<Record<string, unknown>>, second: number) =>
    [`"11/1/2026, 8:00:0${second}.000 AM"`, ...names.map((name) => String(one[name] ?? ''))].join(',');
  const csv = [['TimeGenerated [UTC]', ...names].join(','), ...ROWS.map((one, i) => cells(one, i))].join(
    '\r\n',
  );
  expect(counted(['-'], csv)).toEqual(ALL);
});

it('reads a folder with logs in several formats, counts a request of both tables once, and says what it could not read', () => {
  file('mixed/a/resource.ndjson', lines(ROWS));
  file('mixed/a/legacy.json', lines([{ TimeGenerated: at(1), Category: 'GatewayLogs', _ResourceId: RESOURCE_ID, responseCode_d: 500 }])); // prettier-ignore
  file('mixed/b/gateway.log', 'banner\n[Info] 2026-11-01T08:00:02.000 [GatewayLogs], category: "GatewayLogs", timeGenerated: 2026-11-01T08:00:02.000, responseCode: 200, totalTime: 5\n[Info] 2026-11-01T08:00:03.000 [GatewayLogs], responseCode: 500, lastError: {'); // prettier-ignore
  const { status, stderr } = summary(['--output', 'json', pathOf('mixed')]);
  expect([status, stderr.split('\n')]).toEqual([
    0,
    [
      `gatewaylens: 1 of 2 rows of ${pathOf('mixed/b/gateway.log')} could not be read, the first in line 3: cut off, or of a form that is not known.`,
      `gatewaylens: ${LEFT_OUT}`,
      '“classify” tells what is wrong with each line.',
      '',
    ],
  ]);
  expect(counted([pathOf('mixed')])).toMatchObject({
    requests: { failed: 3, masked: 0, succeeded: 2 },
    scenarios: ALL.scenarios,
  });
});

describe('counts a request once that is in rows of both tables', () => {
  const newer = row(1, { ResponseCode: 500 });
  const legacy = { TimeGenerated: at(1), Category: 'GatewayLogs', _ResourceId: RESOURCE_ID, responseCode_d: 500 }; // prettier-ignore
  const csv = `TimeGenerated [UTC],_ResourceId,ResponseCode,BackendResponseCode\n"11/1/2026, 8:00:01.000 AM",${RESOURCE_ID},500,500`;

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['in two folders', { 'a/new.ndjson': lines([newer]), 'b/old.ndjson': lines([legacy]) }, ''],
    ['one of them as CSV', { 'new.csv': csv, 'old.ndjson': lines([legacy]) }, ''],
    ['one of them as a list', { 'new.ndjson': lines([newer]), 'old.json': JSON.stringify([legacy]) }, ''],
    ['one of them from standard input', { 'new.ndjson': lines([newer]) }, lines([legacy])],
  ])('%s', (name, files, input) => {
    const given = Object.entries(files).map(([below, content]) => file(`twice/${name}/${below}`, content));
    const { status, stdout, stderr } = summary([...given, ...(input === '' ? [] : ['-'])], input);
    expect([status, stderr]).toEqual([0, `gatewaylens: ${LEFT_OUT}\n`]);
    expect(stdout).toContain('\nRequests  1: 1 failed');
  });
});

it('calls files without records what the user calls them', () => {
  const good = file('names/a/export.ndjson', lines(ROWS));
  const other = file('names/b/other.ndjson', '{"x":1}');
  expect(counted([good, other, '-'], '[{"x":1}]').warnings).toEqual([
    '1 of 1 rows of standard input could not be read, the first in line 1: no gateway record.',
    `2 of 3 log files hold no gateway records: ${other}, standard input.`,
  ]);
});

it('takes names for what they are, whatever they would mean as a pattern', () => {
  const odd = [file('o{d,d} [x]/a,{b}.json', lines(ROWS)), file('o{d,d} [x]/*.json', lines(ROWS))];
  const plain = [file('o{d,d} [x]/a.json', lines(ROWS)), file('o{d,d} [x]/b.json', lines(ROWS))];
  expect(counted([...odd, ...plain]).requests).toEqual({ failed: 12, masked: 0, succeeded: 4 });
});

it('goes on after a file that is missing, and says so', () => {
  const log = file('missing/export.ndjson', lines(ROWS));
  const { status, stdout, stderr } = summary([log, pathOf('missing/none.json')]);
  expect([status, stderr]).toEqual([
    2,
    expect.stringContaining('none.json” could not be read: there is no such file'),
  ]);
  expect(stdout).toContain('Requests  4: 3 failed');
});

it('keeps to a range and to filters', () => {
  const log = file('range/export.ndjson', lines(ROWS));
  expect(counted(['--from', at(1), '--where', 'api=orders,echo', '--where', 'status!=200/200', log])).toEqual(
    {
      range: { from: at(1), to: '2026-11-01T08:00:03.001Z' },
      requests: { failed: 2, masked: 0, succeeded: 0 },
      scenarios: [['backend-connect-timeout', 2]],
      warnings: [],
    },
  );
  expect(summary(['--where', 'api=echo', log]).stdout).toContain(
    '\n\nNo requests at all in this range with these filters.\n',
  );
});

it('sums up the demo data where no file is given, and says so', () => {
  const { status, stdout } = summary(['--from', 'now-2m']);
  expect([status, stdout]).toEqual([
    0,
    expect.stringMatching(/^Log {7}Invented demo data \(no file was given\)\n/),
  ]);
});

it.each([
  ['a time that is none', ['--from', 'noon'], '“noon” is no time.'],
  [
    'a range that runs backwards',
    ['--from', 'now', '--to', 'now-1h'],
    'The time range is empty, runs backwards, or leaves the years 1900 to 2261.',
  ],
  ['an unknown dimension', ['--where', 'colour=red'], 'There is no dimension “colour” to filter by.'],
  ['a filter that is none', ['--where', 'api'], '“api” is no filter.'],
  ['a log without rows', ['-'], 'There are no rows in standard input.'],
  [
    'a misspelt scenario',
    ['--scenario', 'backend-timout'],
    'There is no scenario “backend-timout”; “backend-timeout” is probably meant.',
  ],
  [
    'a filter by scenario',
    ['--where', 'scenario=x'],
    '“scenario” is no filter: it is what the log is classified as, not what stands in it.\nUse --scenario,',
  ],
  [
    'a filter by family',
    ['--where', 'family=x'],
    '“family” is no filter: it is what the log is classified as, not what stands in it.\nUse “classify”,',
  ],
])('refuses %s', (_, args, message) => {
  const { status, stdout, stderr } = summary(args);
  expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining(`gatewaylens: ${message}`)]);
});

it('refuses a folder without logs, and a range without requests', () => {
  mkdirSync(pathOf('empty'));
  expect(summary([pathOf('empty')]).stderr).toContain('There is no log file in the folder');
  const log = file('outside/export.ndjson', lines(ROWS));
  expect(summary(['--from', '2027-01-01', log]).stderr).toContain(
    'The log has no requests in this range: it goes from 2026-11-01 08:00:00 to 2026-11-01 08:00:03.',
  );
});

it('reads what comes through a pipe that is given by name', () => {
  const pipe = pathOf('pipe');
  spawnSync('mkfifo', [pipe]);
  const log = file('piped.ndjson', lines(ROWS));
  spawn('sh', ['-c', 'cat "$0" > "$1"', log, pipe], { stdio: 'ignore' });
  expect(counted([pipe])).toEqual(ALL);
});

it('takes a plain status for that of the answer, and tells what there is where filters leave nothing', () => {
  const log = file('status/export.ndjson', lines(ROWS));
  expect(counted(['--where', 'status=500', log]).requests).toEqual({ failed: 2, masked: 0, succeeded: 0 });
  expect(counted(['--where', 'status!=500,401', log]).requests).toEqual({
    failed: 0,
    masked: 0,
    succeeded: 1,
  });
  expect(counted(['--where', 'status=200/200,401', log]).requests).toEqual({
    failed: 1,
    masked: 0,
    succeeded: 1,
  });
  expect(summary(['--where', 'api=echo', log]).stdout).toContain('\nValues of api: orders, payments.\n');
});

it('tells only the failures that are asked for', () => {
  const log = file('asked/export.ndjson', lines(ROWS));
  expect(counted(['--scenario', 'subscription-key-missing', log]).scenarios).toEqual([['subscription-key-missing', 1]]);
  expect(summary(['--scenario', 'subscription-key-missing', log]).stdout).not.toContain('Backend connection failures');
  expect(summary(['--scenario', 'backend-connect-timeout', log]).stdout).toContain('Backend connection failures');
  expect(summary(['--outcome', 'masked', log]).stdout).toContain('\nNo requests with these scenarios or outcomes.\n');
}); // prettier-ignore

it('calls errors that were masked so', () => {
  const log = file('masked/export.ndjson', lines([row(0, { ResponseCode: 200, LastErrorReason: 'Timeout', LastErrorSource: 'forward-request' })]));
  expect(summary(['--outcome', 'masked', log]).stdout.match(/^Masked errors by .*/gm)).toHaveLength(2);
  expect(summary(['--outcome', 'failed,masked', log]).stdout).toContain('\nFailures and masked errors by scenario\n');
}); // prettier-ignore

it('refuses what is no text', () => {
  const log = file('binary.log', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 10, 1]));
  const message = `gatewaylens: The file “${log}” could not be read: it is no text.`;
  expect(summary([log])).toMatchObject({ status: 2, stderr: expect.stringContaining(message) });
  expect(run(['classify', log])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining(message),
  });
});
