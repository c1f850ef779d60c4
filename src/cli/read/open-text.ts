import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

const isGzip = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b;
/** PowerShell redirects in UTF-16. */
const isUtf16 = (bytes: Buffer) => bytes[0] === 0xff && bytes[1] === 0xfe;
const hasMark = (bytes: Buffer) => bytes[0] === 0xef && bytes[1] === 0xbb;

export interface Encoding {
  readonly isGzip: boolean;
  /** UTF-8 without a byte order mark. */
  readonly isPlain: boolean;
}

/**
 * The text of a file, piece by piece: unpacked if it is compressed, whatever its name, and without a byte order mark.
 * @param file - for standard input
 * @param tell is told how the file is written before its first text comes
 */
export async function* openText(file: string, tell: (encoding: Encoding) => void): AsyncGenerator<string> {
  const { isPacked, bytes } = await unpacked(file);
  const [start, texts] = await peek(bytes);
  tell({ isGzip: isPacked, isPlain: !isUtf16(start) && !hasMark(start) });
  const decoder = new TextDecoder(isUtf16(start) ? 'utf-16le' : 'utf-8');
  for await (const chunk of texts) {
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

/** The bytes of a file, unpacked if it is compressed. */
export async function* openBytes(file: string): AsyncGenerator<Buffer> {
  yield* (await unpacked(file)).bytes;
}

async function unpacked(file: string) {
  const raw: Readable = file === '-' ? process.stdin : createReadStream(file);
  const [beginning, bytes] = await peek(raw);
  const isPacked = isGzip(beginning);
  return { isPacked, bytes: isPacked ? gunzip(bytes) : bytes };
}

/** The first bytes, and all bytes with them. */
async function peek(bytes: AsyncIterable<Buffer>): Promise<[Buffer, AsyncIterable<Buffer>]> {
  const rest = bytes[Symbol.asyncIterator]();
  let first = Buffer.alloc(0);
  while (first.length < 2) {
    const next = await rest.next();
    if (next.done) {
      break;
    }
    first = Buffer.concat([first, next.value]);
  }
  return [first, chained(first, rest)];
}

async function* chained(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield first;
    for (let next = await rest.next(); !next.done; next = await rest.next()) {
      yield next.value;
    }
  } finally {
    await rest.return?.();
  }
}

/**
 * Unpacks piece by piece. With its end told apart from the last piece, what comes before a missing end is not lost; the
 * error also reaches whoever reads.
 */
function gunzip(bytes: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const output = createGunzip();
  const feed = async () => {
    for await (const chunk of bytes) {
      await new Promise<void>((resolve, reject) => {
        output.once('close', resolve);
        output.write(chunk, (problem) => {
          output.off('close', resolve);
          return problem ? reject(problem) : resolve();
        });
      });
      if (output.destroyed) {
        return;
      }
    }
    output.end();
  };
  feed().catch((problem: Error) => output.destroy(problem));
  return output;
}
