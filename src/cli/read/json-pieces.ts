import { readJson, recordsOf } from '../../core/log';
import type { Found } from './found';
import { LONGEST, TOO_LONG } from './lines-of';
import { noJson } from './no-json';

/**
 * Records that are not a line each: a list that goes over the whole file, an envelope with `records`, objects over many
 * lines. They are cut out one by one, so that neither a long list is held in memory nor a broken record costs another.
 */
export async function* jsonPieces(texts: AsyncIterable<string>): AsyncGenerator<Found> {
  const cutter = new Cutter();
  let waiting: string[] = [];
  let length = 0;
  for await (const text of texts) {
    waiting.push(text);
    length += text.length;
    if (length * STEP >= cutter.held) {
      yield* cutter.add(waiting.join(''), false);
      [waiting, length] = [[], 0];
    }
  }
  yield* cutter.add(waiting.join(''), true);
}

/** Each piece of text is put to what is held: to much of it, only large pieces, at least this part of it. */
const STEP = 16;

const ENVELOPE = /\{\s*"records"\s*:\s*\[/y;
/** As much text as the beginning of an envelope may take. */
const ENOUGH = 200;
/** Between objects: what separates them and ends their lists. */
const BETWEEN = /[\s,[\]}]*/y;
const MARK = /["\\{}\n]/g;

class Cutter {
  #text = '';
  #at = 0;
  #line = 1;
  /** Where the object begins that is being cut out, and its line. */
  #start: number | undefined;
  #startLine = 1;
  #depth = 0;
  #inText = false;
  /** Whether the rest of a line is passed over: what begins there is no record. */
  #isLost = false;

  /** Length of what begins a record and has not ended it. */
  get held(): number {
    return this.#text.length - (this.#start ?? this.#at);
  }

  *add(text: string, isEnd: boolean): Generator<Found> {
    const done = this.#start ?? this.#at;
    this.#text = this.#text.slice(done) + text;
    this.#at -= done;
    this.#start = this.#start === undefined ? undefined : 0;
    for (;;) {
      const more = this.#start === undefined ? yield* this.#between(isEnd) : yield* this.#inside();
      if (!more) {
        break;
      }
    }
    if (this.#start !== undefined && (isEnd || this.#text.length > LONGEST)) {
      const error = isEnd ? 'ends in the middle of a record' : TOO_LONG;
      yield { line: this.#startLine, error };
      this.#start = undefined;
      this.#at = this.#text.length;
      this.#isLost = true;
    }
  }

  /** @returns whether there is more to be done with this text */
  *#between(isEnd: boolean): Generator<Found, boolean> {
    if (this.#isLost) {
      this.#skip(/.*/y);
      this.#isLost = this.#at === this.#text.length;
    }
    this.#skip(BETWEEN);
    const next = this.#text[this.#at];
    if (next === undefined || (!isEnd && this.#text.length - this.#at < ENOUGH)) {
      return false;
    }
    if (next !== '{') {
      yield { line: this.#line, error: 'no JSON' };
      this.#isLost = true;
    } else if (!this.#skip(ENVELOPE)) {
      this.#start = this.#at;
      this.#startLine = this.#line;
      this.#depth = 0;
      this.#inText = false;
    }
    return true;
  }

  *#inside(): Generator<Found, boolean> {
    MARK.lastIndex = this.#at;
    for (let mark = MARK.exec(this.#text); mark; mark = MARK.exec(this.#text)) {
      this.#at = MARK.lastIndex;
      if (mark[0] === '\n') {
        this.#line++;
      } else if (mark[0] === '"') {
        this.#inText = !this.#inText;
      } else if (mark[0] === '\\') {
        this.#at = ++MARK.lastIndex;
      } else if (!this.#inText) {
        this.#depth += mark[0] === '{' ? 1 : -1;
        if (this.#depth === 0) {
          yield* this.#piece();
          return true;
        }
      }
    }
    this.#at = Math.max(this.#at, this.#text.length);
    return false;
  }

  *#piece(): Generator<Found> {
    const line = this.#startLine;
    const text = this.#text.slice(this.#start, this.#at);
    this.#start = undefined;
    try {
      for (const record of recordsOf(readJson(text))) {
        yield { line, record };
      }
    } catch {
      yield { line, error: noJson(text) };
    }
  }

  #skip(form: RegExp): boolean {
    form.lastIndex = this.#at;
    const [found = ''] = form.exec(this.#text) ?? [];
    this.#at += found.length;
    this.#line += found.split('\n').length - 1;
    return found !== '';
  }
}
