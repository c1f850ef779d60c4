import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findFiles } from './find-files';

let base: string;
let root: string;

beforeAll(() => {
  base = realpathSync(mkdtempSync(path.join(tmpdir(), 'gatewaylens-test-')));
  root = path.join(base, 'logs');
  mkdirSync(path.join(root, 'a/y=2026'), { recursive: true });
  mkdirSync(path.join(base, 'logs-other'));
  for (const file of [
    'logs/one.json',
    'logs/a/y=2026/PT1H.json',
    'logs/a/two.ndjson.gz',
    'logs/notes.txt',
    'logs-other/x.json',
    'secret.json',
  ]) {
    writeFileSync(path.join(base, file), '{}');
  }
  symlinkSync(path.join(base, 'secret.json'), path.join(root, 'link.json'));
  symlinkSync(path.join(base, 'logs-other'), path.join(root, 'elsewhere'));
});

afterAll(() => rmSync(base, { recursive: true }));

const found = async (wanted: string) =>
  (await findFiles(root, wanted)).map((file) => path.relative(root, file));

it.each([
  ['one.json', ['one.json']],
  ['', ['a/two.ndjson.gz', 'a/y=2026/PT1H.json', 'one.json']],
  ['a', ['a/two.ndjson.gz', 'a/y=2026/PT1H.json']],
  ['a/**/*.json', ['a/y=2026/PT1H.json']],
  ['*.txt', ['notes.txt']],
])('finds %j', async (wanted, files) => {
  expect(await found(wanted)).toEqual(files);
});

it.each(['../secret.json', '..', '../logs-other/x.json', '/etc/passwd', 'a/../../secret.json'])(
  'does not leave the folder for %s',
  async (wanted) => {
    await expect(found(wanted)).rejects.toThrow('leaves the folder');
  },
);

it.each([
  ['a pattern that needs for ever', '*a*a*a*a*a*a*a*a*b', 'not more'],
  ['one whose names do so together', '*a*a*/*a*a*/*a*a*/x', 'not more'],
  ['many folders of any depth', '**/a/**/a/**/a/**/a/**/x', 'not more'],
  ['alternatives of alternatives', '+(+(a|b)|*)*', 'need a backslash'],
  ['lists in lists', '{a,{b,c}}.json', 'not one in the other'],
  ['many lists', '{a,b}{a,b}{a,b}', 'not one in the other'],
])('refuses %s', async (_, wanted, words) => {
  await expect(found(wanted)).rejects.toMatchObject({
    code: 'settings-invalid',
    message: expect.stringContaining(words) as string,
  });
});

it('takes patterns of a storage export, and any name of a folder', async () => {
  const folders = 'resourceId=/*/*/*/*/y=*/m=*/d=*/h=*/m=*/{PT1H,*a*a}.json';
  await expect(found(folders)).rejects.toMatchObject({ code: 'files-missing' });
  mkdirSync(path.join(root, '(*a*a*a*a*a)'));
  writeFileSync(path.join(root, '(*a*a*a*a*a)', 'odd.txt'), '');
  await expect(found('(*a*a*a*a*a)')).rejects.toMatchObject({ code: 'files-missing' });
  expect(await found('\\(*/*.txt')).toEqual(['(*a*a*a*a*a)/odd.txt']);
});

it.each([
  'link.json',
  'elsewhere/x.json',
  'elsewhere',
  '{a,../logs-other}/*.json.x',
  '*/../../*.json',
  'missing.json',
])('finds nothing at %s', async (wanted) => {
  await expect(found(wanted)).rejects.toThrow(/No log file matches|leaves the folder/);
});
