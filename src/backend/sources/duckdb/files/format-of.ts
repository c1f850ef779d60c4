import { csvDelimiter, isContainerLog, isCsvHeader, unwrapped } from '../../../../core/log';

/**
 * How a file holds its records: a line each, one list, one object over many lines (a record, or an envelope with
 * `records`), an answer of Log Analytics, entries of a container’s log, rows of CSV, or Parquet.
 */
export type FileFormat = 'lines' | 'array' | 'object' | 'answer' | 'container' | 'csv' | 'parquet';

/** @param text the beginning of the file, without a byte order mark, with its first line if that is not too long */
export function formatOf(text: string): FileFormat {
  const trimmed = text.trimStart();
  const [first = ''] = trimmed.split('\n', 1);
  if (text.startsWith('PAR1')) {
    return 'parquet';
  }
  if (/^\[\s*(?:[{\]]|$)/.test(trimmed)) {
    return 'array';
  }
  if (/^\{\s*"tables"\s*:\s*\[/.test(trimmed)) {
    return 'answer';
  }
  if (first.startsWith('{') && !unwrapped(first.trimEnd())) {
    return isObjectOverLines(trimmed, first) ? 'object' : 'lines';
  }
  const headings = first.split(csvDelimiter(first)).map((cell) => cell.replace(/^"|"\s*$/g, ''));
  return isCsvHeader(headings) ? 'csv' : isContainerLog(text) ? 'container' : 'lines';
}

/** Whether the first line begins something that goes on, and is no broken record among lines. */
function isObjectOverLines(text: string, first: string): boolean {
  return (
    !isObject(first) &&
    (/^\{\s*$|^\{\s*"records"\s*:\s*\[/.test(first) || !text.split('\n').slice(1).some(isObject))
  );
}

function isObject(line: string): boolean {
  try {
    return line.startsWith('{') && JSON.parse(line) !== null;
  } catch {
    return false;
  }
}
