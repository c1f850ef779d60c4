import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { unpackedSize } from './unpacked-size';

const folder = mkdtempSync(path.join(tmpdir(), 'gatewaylens-size-'));
afterAll(() => rmSync(folder, { recursive: true }));

const text = 'a'.repeat(5000);
const packed = gzipSync(text);

it.each([
  ['a plain file', 'a.json', text, 5000],
  ['an empty one', 'b.json', '', 0],
  ['a packed one', 'a.json.gz', packed, 5000],
  ['one packed in parts, the last of them empty, as block compressors write it', 'b.json.gz', Buffer.concat([packed, gzipSync('')]), 5000],
  ['one to which a smaller one was appended', 'c.json.gz', Buffer.concat([packed, gzipSync(text.slice(0, 500))]), 5500],
  ['a packed one that is larger than is asked', 'd.json.gz', gzipSync(`${text}${text}${text}`), Infinity],
  ['a packed one that is cut off', 'e.json.gz', packed.subarray(0, -9), Infinity],
  ['one that only says it is packed', 'f.json.gz', 'abc', Infinity],
])('tells the size of %s', async (_, name, content, size) => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  expect(await unpackedSize(file, 10_000)).toBe(size);
}); // prettier-ignore
