import { GatewaylensError } from '../errors';
import {
  answered,
  canonicalRow,
  containerRecord,
  csvDelimiter,
  csvRecord,
  isContainerLog,
  isCsvHeader,
  readJson,
  recordsOf,
  withoutShown,
  type CanonicalRow,
} from '../log';

/** Takes a text in CSV apart, lines and cells; not part of the core, which has no library for it. */
export type ParseCsv = (text: string, delimiter: string) => readonly (readonly string[])[];

/** More than any row has; a whole log is for the command line. */
const MOST_CHARACTERS = 1_000_000;

/**
 * The row that somebody pasted: JSON of any shape, an entry of a self-hosted gateway’s container log, or CSV with its
 * header. Of several rows the first.
 * @throws GatewaylensError for what is no row of a gateway’s log
 */
export function pastedRow(text: string, parseCsv: ParseCsv): CanonicalRow {
  if (text.length > MOST_CHARACTERS) {
    throw new GatewaylensError('row-too-long', { characters: MOST_CHARACTERS });
  }
  const record = pastedRecord(text.replace(/^\uFEFF/, '').trim(), parseCsv);
  const row = typeof record === 'object' && record !== null ? canonicalRow(record) : undefined;
  if (!row) {
    throw new GatewaylensError('row-unrecognised');
  }
  return row;
}

function pastedRecord(text: string, parseCsv: ParseCsv): unknown {
  const [line = ''] = text.split('\n');
  for (const json of [text, line]) {
    try {
      const [record] = recordsOf(readJson(json));
      return typeof record === 'object' && record !== null ? answered(record) : record;
    } catch {
      // Not JSON, or several lines of it.
    }
  }
  if (isContainerLog(text)) {
    return containerRecord(text.split('\n').map(withoutShown).join('\n'));
  }
  const [headings = [], cells = []] = parseCsv(text, csvDelimiter(line));
  return isCsvHeader(headings) && cells.length > 0 ? csvRecord(headings, cells) : undefined;
}
