import { open } from 'node:fs/promises';

/** At the end of a packed file stands how long its (last) part is unpacked: https://www.rfc-editor.org/rfc/rfc1952 */
const TRAILER = 4;

/** Bytes of a file as it is read; of a packed one as many as it says itself, or Infinity where that is only a part of it. */
export async function unpackedSize(file: string): Promise<number> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    if (!file.endsWith('.gz') || size < TRAILER) {
      return size;
    }
    const { buffer } = await handle.read(Buffer.alloc(TRAILER), 0, TRAILER, size - TRAILER);
    const said = buffer.readUInt32LE();
    return said < size ? Infinity : said;
  } finally {
    await handle.close();
  }
}
