import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { spawnedCli } from '../../../tests/support/spawned-cli';

jest.setTimeout(120_000);

const { run, file, pathOf } = spawnedCli();
beforeAll(() => {
  file('datasources/apim.yaml', wrong);
  file('notes.txt', 'anything');
});
const lint = (...args: readonly string[]) => run(['lint', ...args], '', { INIT_CWD: pathOf() });

const wrong = `apiVersion: 1
datasources:
  - name: "x\\u001b[31m"
    type: gatewaylens-apim-datasource
    jsonData: { "sour\\u001bce": demo, customScenario: [] }
`;
const line =
  'datasources/apim.yaml:5:39: error: The data source has no setting “customScenario”; “customScenarios” is probably meant. Correct it on the data source’s page or in the provisioned file. [settings-unknown]';

it('prints one line for each issue, and none that a terminal obeys', () => {
  const { status, stdout, stderr } = lint('.');
  expect([status, stderr]).toEqual([2, '1 file checked, 2 issues.\n']);
  expect(stdout.split('\n').slice(1)).toEqual([line, '']);
  expect(stdout).toContain('“sour\\u001bce”');
});

it('checks a file once that is given twice', () => {
  const { status, stdout, stderr } = lint('.', 'datasources', './datasources/apim.yaml');
  expect([status, stderr]).toEqual([2, '1 file checked, 2 issues.\n']);
  expect(stdout).not.toContain('provisioned-twice');
});

it('prints JSON for programs and annotations for pull requests', () => {
  const issues = JSON.parse(lint('--output', 'json', '.').stdout) as readonly object[];
  expect(issues[1]).toMatchObject({ file: 'datasources/apim.yaml', line: 5, column: 39, path: 'datasources.0.jsonData.customScenario', severity: 'error', code: 'settings-unknown' });
  expect(lint('--output', 'github', '.').stdout.split('\n')[1]).toMatch(/^::error file=datasources\/apim.yaml,line=5,col=39,title=settings-unknown::The data source/);
}); // prettier-ignore

it('says that all is well, of the provisioning that is delivered, too', () => {
  expect(lint(path.resolve('provisioning'))).toEqual({
    status: 0,
    stdout: '',
    stderr: '3 files checked, 0 issues.\n',
  });
  expect(run(['lint', '-'], '[]')).toEqual({
    status: 0,
    stdout: '',
    stderr: '1 file checked, 0 issues.\n',
  });
});

it.each([
  [['gone.yaml'], 'The file “gone.yaml” could not be read: there is no such file or folder.'],
  [['empty'], 'There is no YAML or JSON file in the folder “empty”.'],
])('refuses %j', (args, message) => {
  mkdirSync(pathOf('empty'), { recursive: true });
  const { status, stdout, stderr } = lint(...args);
  expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining(`gatewaylens: ${message}`)]);
});
