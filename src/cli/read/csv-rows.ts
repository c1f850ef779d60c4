import { Readable } from 'node:stream';
import { CsvError, parse, type Info } from 'csv-parse';
import { csvRecord } from '../../core/log';
import type { Found } from './found';
import { LONGEST, TOO_LONG } from './lines-of';
import { shortLines, type LostLine } from './short-lines';

interface Parsed {
  readonly record: readonly string[];
  readonly info: Info;
}

const REST = 'nothing after it is read';
/** A quote that is never closed takes in all that follows. */
const UNCLOSED = `a quote that is never closed; ${REST}`;
const TOO_LONG_AT_LAST = `over ${LONGEST / 1024 / 1024} MB, or a quote that is never closed; ${REST}`;

/** Rows of a CSV file after its header. */
export async function* csvRows(texts: AsyncIterable<string>, delimiter: string): AsyncGenerator<Found> {
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST,
  });
  const lost: LostLine[] = [];
  const lostBefore = (end: number): readonly Found[] =>
    lost
      .splice(0, lost.filter(({ number }) => number < end).length)
      .map(({ number, isLast }) => ({ line: number, error: isLast ? TOO_LONG_AT_LAST : TOO_LONG }));
  const source = Readable.from(shortLines(withoutReturns(texts), (one) => lost.push(one)));
  source.on('error', (problem) => parser.destroy(problem));
  let headings: readonly string[] | undefined;
  let line = 1;
  try {
    for await (const { record, info } of source.pipe(parser) as AsyncIterable<Parsed>) {
      yield* lostBefore(info.lines + 1);
      if (!headings) {
        headings = record;
      } else if (record.some((cell) => cell.trim() !== '')) {
        yield { line, record: csvRecord(headings, record) };
      }
      line = info.lines + 1;
    }
  } catch (problem) {
    if (!(problem instanceof CsvError)) {
      throw problem;
    }
    yield { line, error: problem.code === 'CSV_MAX_RECORD_SIZE' ? TOO_LONG_AT_LAST : UNCLOSED };
  } finally {
    source.destroy();
  }
  yield* lostBefore(Infinity);
}

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
