import { readJson, recordsOf } from '../../core/log';
import type { Found } from './found';
import { TOO_LONG } from './lines-of';

/** More than Log Analytics answers. */
const LARGEST = 256 * 1024 * 1024;

/** The rows of an answer of Log Analytics, whose columns are named before them; it is one object, and read as a whole. */
export async function* answerRows(texts: AsyncIterable<string>): AsyncGenerator<Found> {
  const parts: string[] = [];
  let length = 0;
  for await (const text of texts) {
    length += text.length;
    if (length > LARGEST) {
      yield { line: 1, error: TOO_LONG };
      return;
    }
    parts.push(text);
  }
  let value: unknown;
  try {
    value = readJson(parts.join(''));
  } catch {
    yield { line: 1, error: 'no JSON' };
    return;
  }
  for (const record of recordsOf(value)) {
    yield { line: 1, record };
  }
}
