import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { unpackedSize } from './unpacked-size';

const folder = mkdtempSync(path.join(tmpdir(), 'gatewaylens-size-'));
afterAll(() => rmSync(folder, { recursive: true }));

const text = 'a'.repeat(5000);
const empty = gzipSync('');

it.each([
  ['a plain file', 'a.json', text, 5000],
  ['an empty one', 'b.json', '', 0],
  ['a packed one', 'a.json.gz', gzipSync(text), 5000],
  ['one packed in parts, the last of them empty, as block compressors write it', 'b.json.gz', Buffer.concat([gzipSync(text), empty]), Infinity],
  ['one that says it is packed, and is too short for that', 'c.json.gz', 'abc', 3],
])('tells the size of %s', async (_, name, content, size) => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  expect(await unpackedSize(file)).toBe(size);
}); // prettier-ignore
