import type { CanonicalRow } from '../../core/log';
import type { Classification } from '../../core/scenarios';
import { time } from '../print/numbers';
import { jsonText, printable } from '../print/printable';

export type OutputFormat = 'table' | 'json';

/** What became of a row, or why it could not be read. */
export type Classified = { readonly file: string; readonly line: number } & (
  { readonly row: CanonicalRow; readonly classification: Classification } | { readonly error: string }
);

interface Lines {
  /** Before the rows of a file. */
  readonly heading: (file: string) => string;
  readonly line: (result: Classified) => string;
}

/** @param named whether it has to be said which file a row is from */
export function classifiedLines(format: OutputFormat, named: boolean): Lines {
  return format === 'json'
    ? { heading: () => '', line: (result) => `${jsonText(jsonOf(result, named))}\n` }
    : { heading: (file) => (named ? `${printable(file)}\n` : '') + HEADING, line: tableLine };
}

function jsonOf({ file, line, ...result }: Classified, named: boolean): object {
  const place = { ...(named ? { file } : {}), line };
  if ('error' in result) {
    return { ...place, error: result.error };
  }
  const { TimeGenerated, CorrelationId } = result.row;
  return {
    ...place,
    time: TimeGenerated === null ? null : new Date(TimeGenerated).toISOString(),
    correlationId: CorrelationId,
    ...result.classification,
  };
}

/** Texts of the log are left out of the table: they do not fit, and `explain` shows them. */
function tableLine({ line, ...result }: Classified): string {
  if ('error' in result) {
    return cells(String(line), '', '', '', '', `(${result.error})`);
  }
  const { TimeGenerated, ResponseCode } = result.row;
  const { outcome, confidence, scenario } = result.classification;
  return cells(String(line), time(TimeGenerated), String(ResponseCode ?? ''), outcome, confidence, scenario);
}

/** Fixed, because rows are printed as they come; together with the longest id they fit 80 characters. */
const WIDTHS = [7, 20, 7, 10, 7];

function cells(...texts: readonly string[]): string {
  return `${texts
    .map((text, i) => `${text} `.padEnd(WIDTHS[i] ?? 0))
    .join('')
    .trimEnd()}\n`;
}

const HEADING = cells('line', 'time (UTC)', 'status', 'outcome', 'sure', 'scenario');
