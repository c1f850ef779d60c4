import { beginsContainerEntry, containerRecord } from '../../core/log';
import type { Found } from './found';
import { linesOf } from './lines-of';

/** An entry has some dozens of lines at most; a dump of something else may follow it. */
const MOST_LINES = 1000;

/** The entries of a self-hosted gateway’s container log; most that are not of requests hold no record. */
export async function* containerEntries(texts: AsyncIterable<string>): AsyncGenerator<Found> {
  let line = 0;
  let entry: string[] = [];
  const found = (): Found => {
    const record = containerRecord(entry.join('\n'));
    return record ? { line, record } : { line, error: 'no gateway record' };
  };
  for await (const { number, text } of linesOf(texts)) {
    if (entry.length > 0 && !beginsContainerEntry(text) && entry.length < MOST_LINES) {
      entry.push(text);
    } else if (text.trim() !== '') {
      if (entry.length > 0) {
        yield found();
      }
      [line, entry] = [number, [text]];
    }
  }
  if (entry.length > 0) {
    yield found();
  }
}
