import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { scenariosFile, scenariosFileState } from './scenarios-file';

let outside: string;
let folder: string;
beforeAll(() => {
  outside = mkdtempSync(path.join(tmpdir(), 'gatewaylens-test-'));
  folder = path.join(outside, 'allowed');
  mkdirSync(path.join(folder, 'team'), { recursive: true });
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  write('team/scenarios.json', '\uFEFF[{"id": "a"}, 7]');
  write('text.json', '[{');
  write('object.json', '{"id": "a"}');
  write('many.json', JSON.stringify(new Array(501).fill({})));
  write('large.json', '');
  truncateSync(path.join(folder, 'large.json'), 4 * 2 ** 20 + 1);
  writeFileSync(path.join(outside, 'secret.json'), '[]');
  symlinkSync(path.join(outside, 'secret.json'), path.join(folder, 'link.json'));
});
afterAll(() => rmSync(outside, { recursive: true }));

it('gives the list of the file, and nothing where none is named', async () => {
  expect(await scenariosFile(folder, 'team/scenarios.json')).toEqual({ scenarios: [{ id: 'a' }, 7], issues: [] });
  expect(await scenariosFile(undefined, '')).toEqual({ scenarios: [], issues: [] });
}); // prettier-ignore

it('reads YAML, in which a dollar is a dollar', async () => {
  writeFileSync(path.join(folder, 'team/scenarios.yaml'), '# ours\n- id: a\n  summary: costs $$5 or $HOME\n- 7\n');
  const { scenarios, issues } = await scenariosFile(folder, 'team/scenarios.yaml');
  expect([scenarios, issues]).toEqual([[{ id: 'a', summary: 'costs $$5 or $HOME' }, 7], []]);
}); // prettier-ignore

it('is not drowned in aliases', async () => {
  const lines = ['a: &a [x, x]', ...Array.from('bcdefghij', (c, i) => `${c}: &${c} [${`*${'abcdefghi'[i]},`.repeat(9)}]`)];
  writeFileSync(path.join(folder, 'bomb.yaml'), lines.join('\n'));
  expect((await scenariosFile(folder, 'bomb.yaml')).issues).toMatchObject([{ message: expect.stringMatching(/alias/i) }]);
}); // prettier-ignore

const unreadable = (name: string, problem: string) =>
  `scenarios-file-unreadable: The custom scenarios of the file “${name}” are left out: ${problem}.`;
it.each([
  ['missing.json', unreadable('missing.json', 'there is no such file')],
  ['team', unreadable('team', 'it is no file')],
  ['text.json', unreadable('text.json', 'it holds no list of scenarios (Line 1: Flow map in block collection must be sufficiently indented and end with a })')],
  ['object.json', unreadable('object.json', 'it holds no list of scenarios (A list is expected: each scenario begins with “- id:”)')],
  ['many.json', unreadable('many.json', 'it holds more than 500 scenarios')],
  ['large.json', unreadable('large.json', 'it has more than 4,194,304 bytes')],
  ['../secret.json', 'files-outside: The path “../secret.json” leaves the folder that is allowed for log files.'],
  ['link.json', 'files-outside: The path “link.json” leaves the folder that is allowed for log files.'],
])('tells why there are none in %s', async (name, message) => {
  const { scenarios, issues } = await scenariosFile(folder, name);
  expect([scenarios, issues.map((issue) => `${issue.code}: ${issue.message}`)]).toEqual([[], [message]]);
  expect(issues[0]!.path).toBe('customScenariosFile');
}); // prettier-ignore

it.each([
  [undefined, 'files-not-allowed'],
  ['/nowhere', 'files-folder-missing'],
])('says which setting decides where the folder is %s', async (allowed, code) => {
  const { issues } = await scenariosFile(allowed, 'a.json');
  expect(issues).toMatchObject([{ code, hint: expect.stringContaining('files_folder') }]);
});

it('tells a changed file from an unchanged one, and both from none', async () => {
  const name = 'changing.json';
  const state = () => scenariosFileState(folder, name);
  expect([
    await state(),
    await scenariosFileState(folder, ''),
    await scenariosFileState(undefined, name),
  ]).toEqual(['', '', '']);
  writeFileSync(path.join(folder, name), '[]');
  const first = await state();
  expect([first, await state()]).toEqual([expect.any(String), first]);
  utimesSync(path.join(folder, name), 1, 1);
  expect(await state()).not.toBe(first);
});
