import { readJson, recordsOf } from '../../core/log';
import type { Found } from './found';
import { linesOf } from './lines-of';
import { noJson } from './no-json';

/** A record in each line, or an envelope or a list of them. A line that is broken costs no other. */
export async function* jsonLines(texts: AsyncIterable<string>): AsyncGenerator<Found> {
  let isJson = false;
  for await (const { number: line, ...found } of linesOf(texts)) {
    if ('error' in found) {
      yield { line, error: found.error };
      continue;
    }
    const { text } = found;
    if (text.trim() === '') {
      continue;
    }
    let value: unknown;
    try {
      value = readJson(text);
    } catch {
      // A text without any JSON may be a table that has no column of a gateway’s log.
      yield { line, error: isJson || /^\s*[{[]/.test(text) ? noJson(text) : 'no gateway record' };
      continue;
    }
    isJson = true;
    for (const record of recordsOf(value)) {
      yield { line, record };
    }
  }
}
