import { beginsContainerEntry, containerRecord, isRequestEntry } from '../../core/log';
import type { Found } from './found';
import { linesOf } from './lines-of';

/** An entry has some dozens of lines at most; a dump of something else may follow it. */
const MOST_LINES = 1000;

/** The entries about requests in a self-hosted gateway’s container log; the others are passed over. */
export async function* containerEntries(texts: AsyncIterable<string>): AsyncGenerator<Found> {
  let line = 0;
  let entry: string[] = [];
  const found = (): readonly Found[] => {
    const text = entry.join('\n');
    if (!isRequestEntry(text)) {
      return [];
    }
    const record = containerRecord(text);
    return [record ? { line, record } : { line, error: 'cut within its error' }];
  };
  for await (const { number, ...next } of linesOf(texts)) {
    if ('text' in next && entry.length > 0 && !beginsContainerEntry(next.text) && entry.length < MOST_LINES) {
      entry.push(next.text);
    } else if ('error' in next || next.text.trim() !== '') {
      if (entry.length > 0) {
        yield* found();
      }
      [line, entry] = [number, 'text' in next ? [next.text] : []];
      if ('error' in next) {
        yield { line, error: next.error };
      }
    }
  }
  if (entry.length > 0) {
    yield* found();
  }
}
