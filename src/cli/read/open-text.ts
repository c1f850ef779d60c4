import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
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
  const raw: Readable = file === '-' ? process.stdin : createReadStream(file);
  const [beginning, bytes] = await peek(raw);
  const plain = isGzip(beginning) ? gunzip(bytes) : bytes;
  const [start, texts] = await peek(plain);
  tell({ isGzip: isGzip(beginning), isPlain: !isUtf16(start) && !hasMark(start) });
  const decoder = new TextDecoder(isUtf16(start) ? 'utf-16le' : 'utf-8');
  for await (const chunk of texts) {
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
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

function gunzip(bytes: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const unpacked = createGunzip();
  // The error also reaches whoever reads.
  pipeline(Readable.from(bytes), unpacked, () => undefined);
  return unpacked;
}
