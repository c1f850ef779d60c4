import { formatOf, type FileFormat } from '../../backend/sources/duckdb/files/format-of';
import { GatewaylensError } from '../../core/errors';
import { csvDelimiter } from '../../core/log';
import { containerEntries } from './container-entries';
import { csvRows } from './csv-rows';
import type { Found } from './found';
import { jsonLines } from './json-lines';
import { jsonPieces } from './json-pieces';
import { openText, type Encoding } from './open-text';
import { unreadableFile } from './unreadable-file';

/** Enough to tell formats apart where the first line is longer. */
const SAMPLE = 1_000_000;
/** A container’s log begins with lines that are not of requests. */
const SAMPLE_LINES = 50;

/**
 * All that stands in a file, whatever its format.
 * @param file - for standard input
 * @throws GatewaylensError when it cannot be read, or not to its end
 */
export async function* readFile(file: string): AsyncGenerator<Found> {
  try {
    const { format, beginning, texts } = await opened(file);
    switch (format) {
      case 'lines':
        return yield* jsonLines(texts);
      case 'array':
      case 'object':
        return yield* jsonPieces(texts);
      case 'container':
        return yield* containerEntries(texts);
      case 'csv':
        return yield* csvRows(texts, csvDelimiter(beginning.split('\n', 1)[0] ?? ''));
      case 'parquet':
        throw new GatewaylensError('parquet-by-row', { path: file });
    }
  } catch (problem) {
    throw unreadableFile(file, problem);
  }
}

/** How a file is written, from its beginning. */
export async function formatOfFile(file: string): Promise<Encoding & { readonly format: FileFormat }> {
  try {
    let encoding: Encoding = { isGzip: false, isPlain: true };
    const { format, texts } = await opened(file, (found) => (encoding = found));
    await texts.return(undefined);
    return { ...encoding, format };
  } catch (problem) {
    throw unreadableFile(file, problem);
  }
}

async function opened(file: string, tell: (encoding: Encoding) => void = () => undefined) {
  const source = openText(file, tell);
  let beginning = '';
  while (beginning.length < SAMPLE && !tellsFormat(beginning)) {
    const next = await source.next();
    if (next.done) {
      break;
    }
    beginning += next.value;
  }
  return { format: formatOf(beginning), beginning, texts: withBeginning(beginning, source) };
}

/** Mostly the first line does: a pipe that goes on for ever should not be waited for. */
function tellsFormat(beginning: string): boolean {
  const [first = '', ...others] = beginning.trimStart().split('\n', SAMPLE_LINES);
  if (others.length === 0 || others.length === SAMPLE_LINES - 1) {
    return others.length > 0;
  }
  const format = formatOf(beginning);
  return format === 'lines' ? first.startsWith('{') : format !== 'object';
}

async function* withBeginning(beginning: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  try {
    yield beginning;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}
