import { LONGEST } from './lines-of';

/** A line of which nothing was kept. */
export interface LostLine {
  readonly number: number;
  /** Whether all that follows is lost with it: it may have opened a quote, which may end anywhere. */
  readonly isLast: boolean;
}

/** A text in whole lines, in which an empty one stands for each that is longer than any record. */
export async function* shortLines(
  texts: AsyncIterable<string>,
  lose: (line: LostLine) => void,
): AsyncGenerator<string> {
  let number = 1;
  let line = new Pieces();
  for await (const text of texts) {
    const first = text.indexOf('\n');
    if (first < 0) {
      line.add(text);
      continue;
    }
    line.add(text.slice(0, first));
    if (line.isLong) {
      lose({ number, isLast: line.isOpen });
    }
    if (line.isLong && line.isOpen) {
      return;
    }
    const last = text.lastIndexOf('\n') + 1;
    yield line.text + text.slice(first, last);
    number += text.slice(first, last).split('\n').length - 1;
    line = new Pieces();
    line.add(text.slice(last));
  }
  if (line.isLong) {
    lose({ number, isLast: line.isOpen });
  }
  yield line.text;
}

/** What a line consists of, for as long as it is no longer than any record. */
class Pieces {
  #kept: string[] = [];
  #length = 0;
  #quotes = 0;

  add(text: string): void {
    this.#length += text.length;
    this.#quotes += quotesIn(text);
    if (this.isLong) {
      this.#kept = [];
    } else {
      this.#kept.push(text);
    }
  }

  get isLong(): boolean {
    return this.#length > LONGEST;
  }

  get isOpen(): boolean {
    return this.#quotes % 2 === 1;
  }

  get text(): string {
    return this.#kept.join('');
  }
}

const quotesIn = (text: string) => text.split('"').length - 1;
