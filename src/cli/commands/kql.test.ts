import { spawnedCli } from '../../../tests/support/spawned-cli';

jest.setTimeout(120_000);

const { run: cli, file } = spawnedCli();

describe('kql', () => {
  const range = ['--from', '2026-11-01', '--to', '2026-11-02'];

  it('prints each read of a stored query', () => {
    const query = file('query.json', '{"kind":"taxonomy","previous":false}');
    const { status, stdout } = cli(['kql', ...range, query]);
    const lines = stdout.split('\n');
    expect([status, lines.filter((line) => line.startsWith('//'))]).toEqual([
      0,
      ['// 1 of 3', '// 2 of 3', '// 3 of 3'],
    ]);
    expect(lines.slice(1, 3)).toEqual([
      'ApiManagementGatewayLogs',
      '| where TimeGenerated >= datetime(2026-11-01T00:00:00.000Z) and TimeGenerated < datetime(2026-11-02T00:00:00.000Z)',
    ]);
    expect(cli(['kql', ...range, '--tables', 'legacy', query]).stdout).toContain('\nAzureDiagnostics\n');
  });

  it.each([
    ['no JSON', [], '{', 'The query is no JSON object.'],
    ['a record', [], '{"ResponseCode":500}', 'Standard input is a log, not a query.'],
    ['a list of records', [], '[{"ResponseCode":500}]', 'Standard input is a log, not a query.'],
    ['lines', [], '{"ResponseCode":500}\n{"ResponseCode":500}', 'Standard input is a log, not a query.'],
    ['CSV', [], 'TimeGenerated,ResponseCode\n', 'Standard input is a log, not a query.'],
    ['an unknown kind', [], '{"kind":"nope"}', 'There is no kind of query “nope”.'],
    ['an unknown dimension', [], '{"kind":"breakdown","by":"nope"}', 'The query’s field “by” is wrong'],
    [
      'an unknown scenario',
      [],
      '{"kind":"taxonomy","scenarios":["backend-timeot"]}',
      'There is no scenario “backend-timeot”; “backend-timeout” is probably meant.',
    ],
    [
      'an unknown table',
      ['--tables', 'nope'],
      '{}',
      '“nope” is none of the choices.\nUse one of: resource, legacy.',
    ],
    [
      'a wrong range',
      ['--from', 'now', '--to', 'now-1h'],
      '{}',
      'The time range is empty, runs backwards, or leaves the years 1900 to 2261.',
    ],
    ['a wrong time', ['--from', 'noon'], '{}', '“noon” is no time.'],
  ])('refuses %s', (_, args, input, message) => {
    const { status, stdout, stderr } = cli(['kql', ...args, '-'], input);
    expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining(`gatewaylens: ${message}`)]);
  });
});
