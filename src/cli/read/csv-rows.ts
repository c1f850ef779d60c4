import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { amount } from '../../core/amount';
import { GatewaylensError } from '../../core/errors';
import { csvRecord } from '../../core/log';
import type { Found } from './found';
import { LONGEST, TOO_LONG } from './lines-of';
import { PassedText } from './passed-text';
import { shortLines, type LostLine } from './short-lines';

interface Parsed {
  readonly record: readonly string[];
}

const READING = {
  info: true,
  relax_column_count: true,
  relax_quotes: true,
  max_record_size: LONGEST,
} as const;

const REST = 'nothing after it is read';
/** A quote that is never closed takes in all that follows. */
const UNCLOSED = `a quote that is never closed; ${REST}`;
const TOO_LONG_AT_LAST = `over ${LONGEST / 1024 / 1024} MB, or a quote that is never closed; ${REST}`;

/**
 * Rows of a CSV file after its header.
 * @param name what the user calls the file
 * @throws GatewaylensError where reading ends before the file does, with how much of it was not read
 */
export async function* csvRows(
  texts: AsyncIterable<string>,
  delimiter: string,
  name: string,
): AsyncGenerator<Found> {
  const passed = new PassedText(texts);
  try {
    const last = yield* rowsOf(passed, delimiter);
    if (last !== undefined) {
      const bytes = amount(await passed.bytesFrom(last));
      throw new GatewaylensError('file-rest-unread', { path: name, line: String(last), bytes });
    }
  } finally {
    await passed.end();
  }
}

/** @returns the line at which reading ended, if not at the end */
async function* rowsOf(passed: PassedText, delimiter: string): AsyncGenerator<Found, number | undefined> {
  const parser = parse({ ...READING, delimiter });
  const lost: LostLine[] = [];
  const lostBefore = (end: number): readonly Found[] =>
    lost
      .splice(0, lost.filter(({ number }) => number < end).length)
      .map(({ number, isLast }) => ({ line: number, error: isLast ? TOO_LONG_AT_LAST : TOO_LONG }));
  const source = Readable.from(shortLines(withoutReturns(passed.texts()), (one) => lost.push(one)));
  source.on('error', (problem) => parser.destroy(problem));
  let headings: readonly string[] | undefined;
  let line = 1;
  let ended: number | undefined;
  try {
    for await (const { record } of source.pipe(parser) as AsyncIterable<Parsed>) {
      const next = line + 1 + newlinesIn(record);
      yield* lostBefore(next);
      if (!headings) {
        headings = record;
      } else if (record.some((cell) => cell.trim() !== '')) {
        yield { line, record: csvRecord(headings, record) };
      }
      line = next;
      passed.forgetBefore(line);
    }
    ended = lost.find(({ isLast }) => isLast)?.number;
  } catch (problem) {
    if (!(problem instanceof CsvError)) {
      throw problem;
    }
    ended = line;
    yield { line, error: problem.code === 'CSV_MAX_RECORD_SIZE' ? TOO_LONG_AT_LAST : UNCLOSED };
  } finally {
    source.destroy();
  }
  yield* lostBefore(Infinity);
  return ended;
}

/** The parser counts lines, too, but takes a lone CR within quotes for the end of one. */
const newlinesIn = (cells: readonly string[]) =>
  cells.reduce((sum, cell) => (cell.includes('\n') ? sum + cell.split('\n').length - 1 : sum), 0);

/** The parser counts a line that ends with CR and LF within quotes twice. */
async function* withoutReturns(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const text of texts) {
    const all = held + text;
    held = all.endsWith('\r') ? '\r' : '';
    yield all.slice(0, all.length - held.length).replaceAll('\r\n', '\n');
  }
  yield held;
}
