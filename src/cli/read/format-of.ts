import { csvDelimiter, isContainerLog, isCsvHeader } from '../../core/log';

/** How a file holds its records. */
export type FileFormat = 'lines' | 'pieces' | 'container' | 'csv' | 'parquet';

/** @param text the beginning of the file, with its first line if that is not too long */
export function formatOf(text: string): FileFormat {
  const trimmed = text.trimStart();
  const [first = ''] = trimmed.split('\n', 1);
  if (text.startsWith('PAR1')) {
    return 'parquet';
  }
  if (/^\{\s*"records"\s*:\s*\[|^\[\s*(?:[{\]]|$)/.test(trimmed) || /^\{\s*$/.test(first)) {
    return 'pieces';
  }
  if (first.startsWith('{')) {
    return 'lines';
  }
  const headings = first.split(csvDelimiter(first)).map((cell) => cell.replace(/^"|"\s*$/g, ''));
  return isCsvHeader(headings) ? 'csv' : isContainerLog(text) ? 'container' : 'lines';
}
