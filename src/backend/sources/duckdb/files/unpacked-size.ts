import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

/**
 * Bytes of a file as it is read; Infinity for a packed one of more than `most`, or that is damaged. They are counted: what
 * a packed file says of its size is that of its last part, and files to which others were appended have several.
 */
export async function unpackedSize(file: string, most: number): Promise<number> {
  if (!file.endsWith('.gz')) {
    return (await stat(file)).size;
  }
  let size = 0;
  // What goes wrong is thrown where it is read.
  const chunks = pipeline(createReadStream(file), createGunzip(), () => undefined);
  try {
    for await (const chunk of chunks) {
      size += (chunk as Buffer).length;
      if (size > most) {
        return Infinity;
      }
    }
    return size;
  } catch {
    return Infinity;
  }
}
