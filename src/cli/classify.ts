import type { Writable } from 'node:stream';
import { canonicalRow, type CanonicalRow } from '../core/log';
import { builtinCatalogue, classify, type Classification } from '../core/scenarios';
import { Printer } from './printer';
import { readLines, type Line } from './read-lines';

export type OutputFormat = 'table' | 'json';

interface Classified {
  readonly line: Line;
  readonly row: CanonicalRow;
  readonly classification: Classification;
}

type Result = Classified | { readonly line: Line; readonly error: string };

/**
 * Classifies every row, in order, and says how many could not be read.
 * @returns the exit status
 */
export async function classifyRows(
  files: readonly string[],
  format: OutputFormat,
  output: Writable,
  errors: Writable,
): Promise<number> {
  const print = format === 'json' ? jsonLine : tableLine;
  const counts = { readable: 0, unreadable: 0 };
  const printer = new Printer(output);
  if (format === 'table') {
    await printer.print(HEADING);
  }
  try {
    for await (const line of readLines(files)) {
      const result = classifyLine(line);
      counts['error' in result ? 'unreadable' : 'readable']++;
      await printer.print(print(result));
    }
  } finally {
    await printer.end();
  }
  if (counts.unreadable > 0 || counts.readable === 0) {
    errors.write(`${counts.unreadable} of ${counts.unreadable + counts.readable} rows could not be read\n`);
  }
  return counts.readable === 0 ? 2 : 0;
}

function classifyLine(line: Line): Result {
  let record: unknown;
  try {
    record = JSON.parse(line.text);
  } catch {
    return { line, error: 'no JSON' };
  }
  const row = typeof record === 'object' && record !== null ? canonicalRow(record) : undefined;
  return row
    ? { line, row, classification: classify(row, builtinCatalogue) }
    : { line, error: 'no gateway record' };
}

const time = ({ TimeGenerated }: CanonicalRow) =>
  TimeGenerated === null ? null : new Date(TimeGenerated).toISOString();

function jsonLine(result: Result): string {
  const { file, number } = result.line;
  const place = { ...(file === '-' ? {} : { file }), line: number };
  const answer =
    'error' in result
      ? { ...place, error: result.error }
      : {
          ...place,
          time: time(result.row),
          correlationId: result.row.CorrelationId,
          ...result.classification,
        };
  return `${JSON.stringify(answer)}\n`;
}

/** Texts of the log are left out of the table: they could hold control characters of the terminal. */
function tableLine(result: Result): string {
  const { number } = result.line;
  if ('error' in result) {
    return columns(String(number), '', '', '', '', result.error);
  }
  const { row, classification } = result;
  const { outcome, scenario, confidence } = classification;
  return columns(
    String(number),
    time(row) ?? '',
    String(row.ResponseCode ?? ''),
    outcome,
    confidence,
    scenario,
  );
}

const WIDTHS = [8, 25, 7, 10, 11];

function columns(...cells: readonly string[]): string {
  return `${cells.map((cell, i) => cell.padEnd(WIDTHS[i] ?? 0)).join('')}\n`;
}

const HEADING = columns('line', 'time', 'status', 'outcome', 'confidence', 'scenario');
