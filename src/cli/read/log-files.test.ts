import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { logFiles } from './log-files';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gatewaylens-test-'));
  mkdirSync(path.join(folder, 'logs'));
  ['a.json', 'b.csv.gz', 'c.parquet', 'copy.json', 'd.dat'].forEach((name) =>
    writeFileSync(inLogs(name), '{}'),
  );
  symlinkSync(inLogs('a.json'), path.join(folder, 'link.json'));
  symlinkSync(inLogs(''), path.join(folder, 'linked'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const inLogs = (name: string) => path.join(folder, 'logs', name);

async function found(given: readonly string[], parquet = false) {
  const problems: unknown[] = [];
  const files = await logFiles(given, parquet, (problem) => problems.push(problem));
  return { files, problems };
}

it('takes a file once, however often and under whatever name it is given', async () => {
  const link = path.join(folder, 'link.json');
  const given = [link, inLogs('a.json'), inLogs(''), '-', path.join(folder, 'logs/../logs/d.dat'), inLogs('d.dat'), path.join(folder, 'linked'), '-']; // prettier-ignore
  expect(await found(given)).toEqual({
    files: [link, inLogs('b.csv.gz'), inLogs('copy.json'), '-', inLogs('d.dat')],
    problems: [],
  });
});

it('finds Parquet where it can be read, and goes on after what is missing', async () => {
  expect(await found([inLogs('none'), inLogs('')], true)).toEqual({
    files: ['a.json', 'b.csv.gz', 'c.parquet', 'copy.json'].map(inLogs),
    problems: [expect.objectContaining({ code: 'file-unreadable' })],
  });
});

it('follows the links in a folder, whatever they lead to, and none twice', async () => {
  const links = path.join(folder, 'links');
  mkdirSync(links);
  symlinkSync(inLogs('a.json'), path.join(links, 'one.json'));
  symlinkSync(inLogs(''), path.join(links, 'two'));
  symlinkSync(links, path.join(links, 'up'));
  symlinkSync(inLogs('gone.json'), path.join(links, 'gone.json'));
  const within = (name: string) => path.join(links, name);
  expect(await found([links])).toEqual({
    files: ['one.json', 'two/b.csv.gz', 'two/copy.json'].map(within),
    problems: [],
  });
});
