import { spawnSync } from 'node:child_process';
import fs, { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { privateFolder } from './private-folder';

/** The id of a process that has ended. */
const gone = spawnSync(process.execPath, ['--version']).pid;

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'gatewaylens-test-'));
  mkdirSync(path.join(parent, `thing-${gone}-abcdef`));
  writeFileSync(path.join(parent, `thing-${gone}-abcdef`, 'plugin.sock'), '');
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(parent, { recursive: true });
});

const others = (own: string) => readdirSync(parent).filter((entry) => entry !== path.basename(own));

it('makes a folder that only this user enters, named after the process', () => {
  const folder = privateFolder(parent, 'thing', 123);
  expect(path.relative(parent, folder)).toMatch(/^thing-123-\w{6}$/);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

it('removes what processes that have ended left behind, and nothing else', () => {
  const kept = [
    `thing-${process.pid}-abcdef`,
    `other-${gone}-abcdef`,
    `thing-${gone}-abcdef-more`,
    `thing-${gone}`,
  ];
  kept.forEach((name) => mkdirSync(path.join(parent, name)));
  expect(others(privateFolder(parent, 'thing', 123))).toEqual(kept.sort());
});

it('removes a link, not what it leads to', () => {
  const target = mkdtempSync(path.join(tmpdir(), 'gatewaylens-test-'));
  writeFileSync(path.join(target, 'kept'), '');
  fs.symlinkSync(target, path.join(parent, `thing-${gone}-ghijkl`));
  expect(others(privateFolder(parent, 'thing', 123))).toEqual([]);
  expect(readdirSync(target)).toEqual(['kept']);
  rmSync(target, { recursive: true });
});

it('leaves folders of other users alone', () => {
  jest.spyOn(process, 'getuid').mockReturnValue(statSync(parent).uid + 1);
  expect(others(privateFolder(parent, 'thing', 123))).toEqual([`thing-${gone}-abcdef`]);
});

it('does not stop at what cannot be removed', () => {
  jest.spyOn(fs, 'rmSync').mockImplementation(() => {
    throw new Error('EACCES');
  });
  expect(others(privateFolder(parent, 'thing', 123))).toEqual([`thing-${gone}-abcdef`]);
});
