import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { spawnedCli } from '../../tests/support/spawned-cli';

jest.setTimeout(60_000);

const { run: cli, file, pathOf } = spawnedCli();

it('says on standard error alone what a first installation prints', () => {
  ['tools', 'bin', 'node_modules'].forEach((name) => mkdirSync(pathOf(name)));
  cpSync('tools/run.mjs', pathOf('tools/run.mjs'));
  file('package-lock.json', '{}');
  writeFileSync(pathOf('bin/npm'), '#!/bin/sh\necho added', { mode: 0o755 });
  const { stdout, stderr } = spawnSync(process.execPath, [pathOf('tools/run.mjs'), 'echo', 'result'], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${pathOf('bin')}:${process.env.PATH}` },
  });
  expect([stdout, stderr]).toEqual(['result\n', 'Installing packages…\nadded\n']);
});

it('takes paths from where npm was called', () => {
  file('rows.json', '{"TimeGenerated":"2026-11-01T08:00:00Z","ResponseCode":200}');
  expect(cli(['classify', 'rows.json'], '', { INIT_CWD: pathOf() })).toMatchObject({ status: 0, stderr: '' });
});

it.each([
  [['--help']],
  [['summary', '--help']],
  [['classify', '--help']],
  [['explain', '--help']],
  [['scenarios', '--help']],
  [['kql', '--help']],
])('helps: %j', (args) => {
  expect(cli(args)).toMatchObject({
    status: 0,
    stderr: '',
    stdout: expect.stringMatching(/^Usage: gatewaylens [^]*“npm run -s cli --” for “gatewaylens”\.\n$/),
  });
});

it.each([
  [['classify', '--output', 'xml'], 'Allowed choices are table, json'],
  [['clasify'], "gatewaylens: unknown command 'clasify'\n(Did you mean classify?)\n"],
  [['kql'], "missing required argument 'query.json'"],
])('says what is wrong with %j', (args, message) => {
  const { status, stdout, stderr } = cli(args);
  expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining(message)]);
});
