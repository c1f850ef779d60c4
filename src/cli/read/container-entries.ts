import {
  beginsContainerEntry,
  canonicalRow,
  containerRecord,
  isRequestEntry,
  objectEntry,
} from '../../core/log';
import type { Found } from './found';
import { linesOf, type Line } from './lines-of';
import { unwrappedLines } from './unwrapped-lines';

const UNREADABLE = 'cut off, or of a form that is not known';
/** An entry has some dozens of lines at most; a dump of something else may follow it. */
const MOST_LINES = 1000;

/** The entries about requests in a self-hosted gateway’s container log; the others are passed over. */
export async function* containerEntries(texts: AsyncIterable<string>): AsyncGenerator<Found> {
  let line = 0;
  let entry: string[] = [];
  const found = (): readonly Found[] => {
    const text = entry.join('\n');
    entry = [];
    if (!isRequestEntry(text)) {
      return [];
    }
    const record = containerRecord(text);
    return [record ? { line, record } : { line, error: UNREADABLE }];
  };
  for await (const next of unwrappedLines(linesOf(texts))) {
    const record = 'text' in next ? requestObject(next.text) : undefined;
    if (!record && continues(next, entry.length)) {
      entry.push(next.text);
      continue;
    }
    if (entry.length > 0) {
      yield* found();
    }
    line = next.number;
    if (record) {
      yield { line, record };
    } else if ('error' in next) {
      yield { line, error: next.error };
    } else if (next.text.trim() !== '') {
      entry = [next.text];
    }
  }
  if (entry.length > 0) {
    yield* found();
  }
}

function continues(next: Line, length: number): next is Line & { readonly text: string } {
  return 'text' in next && length > 0 && !beginsContainerEntry(next.text) && length < MOST_LINES;
}

/** Objects may also stand in a line within an entry; those of requests do not. */
function requestObject(text: string): object | undefined {
  const record = objectEntry(text);
  return record && canonicalRow(record) ? record : undefined;
}
