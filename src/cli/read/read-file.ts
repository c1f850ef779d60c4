import { formatOf, type FileFormat } from '../../backend/sources/duckdb/files/format-of';
import { GatewaylensError } from '../../core/errors';
import { csvDelimiter } from '../../core/log';
import { answerRows } from './answer-rows';
import { containerEntries } from './container-entries';
import { csvRows } from './csv-rows';
import type { Found } from './found';
import { jsonLines } from './json-lines';
import { jsonPieces } from './json-pieces';
import { openText, type Encoding } from './open-text';
import { nameOf, unreadableFile } from './unreadable-file';

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
      case 'answer':
        return yield* answerRows(texts);
      case 'container':
        return yield* containerEntries(texts);
      case 'csv':
        return yield* csvRows(texts, csvDelimiter(beginning.split('\n', 1)[0] ?? ''), nameOf(file));
      case 'parquet':
        throw new GatewaylensError('parquet-by-row', { path: file });
    }
  } catch (problem) {
    throw unreadableFile(file, problem);
  }
}

export interface Writing extends Encoding {
  readonly format: FileFormat;
  readonly isEmpty: boolean;
}

/** How a file is written, from its beginning. */
export async function formatOfFile(file: string): Promise<Writing> {
  try {
    let encoding: Encoding = { isGzip: false, isPlain: true };
    const { format, beginning, texts } = await opened(file, (found) => (encoding = found));
    await texts.return(undefined);
    return { ...encoding, format, isEmpty: beginning.trim() === '' };
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
  const format = formatOf(beginning);
  if (format === 'lines' && isBinary(beginning)) {
    await source.return(undefined);
    throw new GatewaylensError('file-unreadable', { path: nameOf(file), problem: 'it is no text' });
  }
  return { format, beginning, texts: withBeginning(beginning, source) };
}

/** Whether no record begins a text that has characters which no text has. */
const isBinary = (text: string) => !text.trimStart().startsWith('{') && text.includes('\0');

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
