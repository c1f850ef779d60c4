import { gzipSync } from 'node:zlib';
import { spawnedCli } from '../../../tests/support/spawned-cli';

/** A new process for each: what is held here is the command as people meet it. */
jest.setTimeout(60_000);

const LINES = [
  '{"TimeGenerated":"2026-11-01T08:00:00Z","CorrelationId":"c1","ResponseCode":500,"LastErrorReason":"Timeout"}',
  '',
  'no json',
  '{"level":"info"}',
  '{"properties":{"responseCode":200}}',
].join('\n');

const TIMELESS = 'gatewaylens: 1 of 4 rows have no time that can be read; “summary” leaves them out.';

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

const { run: cli, file, pathOf } = spawnedCli();

const parsed = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

describe('classify', () => {
  it('gives JSON, one line for each row of standard input', () => {
    const { status, stdout, stderr } = cli(['classify', '--output', 'json', '-'], LINES);
    expect([status, stderr]).toEqual([0, `2 of 4 rows could not be read\n${TIMELESS}\n`]);
    expect(parsed(stdout)).toEqual(EXPECTED);
  });

  it('reads folders and compressed files, names the files, and goes on after one that is missing', () => {
    const rows = file('logs/a/rows.json.gz', gzipSync(LINES));
    const missing = pathOf('missing.json');
    const { status, stdout, stderr } = cli(['classify', '--output', 'json', missing, pathOf('logs')]);
    expect(parsed(stdout)).toEqual(EXPECTED.map((line) => ({ file: rows, ...line })));
    expect([status, stderr.split('\n')]).toEqual([
      2,
      [
        `gatewaylens: The file “${missing}” could not be read: there is no such file or folder.`,
        'Give the path of a log file or of a folder with log files, or - for standard input.',
        '2 of 4 rows could not be read',
        TIMELESS,
        '',
      ],
    ]);
  });

  it('prints a table that fits 80 characters', () => {
    const longest =
      '{"ResponseCode":500,"LastErrorReason":"ProtocolViolation","LastErrorMessage":"Content-Length mismatch"}';
    const { stdout } = cli(['classify'], `${LINES}\n${longest}`);
    expect(stdout.split('\n').map((line) => line.trimEnd())).toEqual([
      'line   time (UTC)          status outcome   sure   scenario',
      '1      2026-11-01 08:00:00 500    failed    high   backend-timeout',
      '3                                                  (no JSON)',
      '4                                                  (no gateway record)',
      '5                          200    succeeded        none',
      '6                          500    failed    high   request-body-not-replayable',
      '',
    ]);
  });

  it('prints only what is asked for', () => {
    const { status, stdout } = cli(['classify', '--output', 'json', '--scenario', 'backend-timeout'], LINES);
    expect([status, parsed(stdout)]).toEqual([0, EXPECTED.slice(0, 1)]);
    expect(parsed(cli(['classify', '--output', 'json', '--outcome', 'succeeded'], LINES).stdout)).toEqual(
      EXPECTED.slice(3),
    );
  });

  it('fails when it could read nothing', () => {
    expect(cli(['classify'], 'x\ny')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(
        /^2 of 2 rows could not be read\ngatewaylens: None of the 2 rows of standard input is a gateway record/,
      ),
    });
    expect(cli(['classify'], '')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('gatewaylens: There are no rows in standard input.\n'),
    });
  });
});

describe('explain', () => {
  const ROW = JSON.stringify({
    ResponseCode: 404,
    TotalTime: 10,
    ClientTime: 4,
    LastErrorReason: 'OperationNotFound',
    LastErrorMessage: 'evil \u001b[31m\u009b text',
    Url: 'https://x/.env?subscription-key=secret',
  });

  it('answers first, then says why, then what to do', () => {
    const { status, stdout } = cli(['explain'], ROW);
    expect(status).toBe(0);
    expect(stdout.slice(0, stdout.indexOf('\n\nLikely causes')).split('\n')).toEqual([
      'No such operation (operation-not-found)',
      'failed · Routing · API consumer · high confidence, by reason',
      '',
      'No API, or no operation of it, has the path and method of the request.',
      '',
      'Why',
      '  The caller got status 404.',
      '',
      'The rule that makes it operation-not-found',
      '  ✓ yes  LastErrorReason is “OperationNotFound” (it is “OperationNotFound”)',
      '',
      'For this row',
      '  - Not even an API matched. On a gateway that is open to the internet most of',
      '    these are scanners.',
      '  - A typical path of browsers and scanners that try every public host: most',
      '    likely no caller of yours.',
      '  - The address carries a key in its query string, which is now in the log. Let',
      '    callers send keys in a header.',
      '',
      'Error of the request',
      '  recorded          OperationNotFound',
      '                    evil \\u001b[31m\\u009b text',
      '',
      'Time of the request: 10 ms',
      '  backend       0 ms    0 %',
      '  client        4 ms   40 %  ████████████',
      '  cache         0 ms    0 %',
      '  gateway       6 ms   60 %  ██████████████████',
      '',
      'The row (* what this scenario shows in)',
      '  TotalTime           10 ms',
      '  ClientTime          4 ms',
      '* Url                 https://x/.env?…',
      '* ResponseCode        404',
      '  LastErrorReason     OperationNotFound',
      '  LastErrorMessage    evil \\u001b[31m\\u009b text',
    ]);
  });

  it('tells all errors of a request in order, also without the columns of the last one', () => {
    const Errors = [
      { reason: 'Timeout', source: 'retry', elapsed: 80 },
      { reason: 'QuotaExceeded' },
      { reason: 'ExpressionValueEvaluationFailure', message: 'failed' },
    ];
    const { stdout } = cli(
      ['explain'],
      JSON.stringify({ ResponseCode: 500, Errors: JSON.stringify(Errors) }),
    );
    expect(stdout).toContain(
      [
        'Errors of the request: 3',
        '  first             Timeout',
        '                    retry, after 80 ms',
        '  then              QuotaExceeded',
        '  last              ExpressionValueEvaluationFailure',
        '                    failed',
        '',
      ].join('\n'),
    );
  });

  it('takes the row that is asked for, also as JSON', () => {
    const { stdout } = cli(['explain', '--row', '2', '--output', 'json'], `{"ResponseCode":200}\n${ROW}`);
    expect(JSON.parse(stdout)).toMatchObject({ classification: { scenario: 'operation-not-found' } });
  });

  it.each([
    [
      'no row of a gateway',
      [],
      'no json',
      'Line 1 of standard input cannot be explained: no gateway record.',
    ],
    [
      'no row at all',
      ['--row', '2000'],
      '{"ResponseCode":200}',
      'There is no row 2000 in standard input; it has 1 row.',
    ],
    ['no number', ['--row', '0'], '', "argument '0' is invalid. Rows are counted from 1."],
  ])('refuses %s', (_, args, input, message) => {
    const { status, stdout, stderr } = cli(['explain', ...args], input);
    expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining(message)]);
  });
});

describe('scenarios', () => {
  it('lists them whole by family, with who can mend them', () => {
    const { stdout } = cli(['scenarios']);
    expect(stdout).not.toContain('…');
    expect(stdout).toMatch(
      /\n\nBackend\n[^]*\nbackend-timeout {14}Timed out at the backend {18}Backend team\n[^]*\n\nPolicy\n/,
    );
  });

  it('shows one whole', () => {
    expect(cli(['scenarios', 'backend-keepalive-closed']).stdout).toContain(
      '\n\n    <backend>\n      <retry\n',
    );
    const one = cli(['scenarios', 'backend-timeout']).stdout;
    expect(one).toMatch(/^Timed out at the backend \(backend-timeout\)\nBackend · Backend team · /);
    expect(one).toMatch(
      /\n\nCheck first\n 1 {2}\w[^]*\n\nWhat to do\n 1 {2}\w[^]*\n\nRead more\n {2}- Microsoft: /,
    );
    expect(JSON.parse(cli(['scenarios', '--output', 'json', 'backend-timeout']).stdout)).toMatchObject({
      id: 'backend-timeout',
      match: expect.any(Array),
    });
  });

  it('does not know others', () => {
    expect(cli(['scenarios', 'nope'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('gatewaylens: There is no scenario “nope”.\n'),
    });
    expect(cli(['scenarios', 'backend-timeot']).stderr).toContain('“backend-timeout” is probably meant');
  });
});
