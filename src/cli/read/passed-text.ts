/** Text that passes by piece by piece, and how many bytes of it there are from a line on. */
export class PassedText {
  readonly #source: AsyncIterator<string>;
  /** Pieces in which lines begin that may still be asked for. */
  readonly #pieces: Piece[] = [];
  #lines = 1;
  #bytes = 0;

  constructor(texts: AsyncIterable<string>) {
    this.#source = texts[Symbol.asyncIterator]();
  }

  /** Whoever stops reading them leaves the rest to others. */
  async *texts(): AsyncGenerator<string> {
    for (let next = await this.#source.next(); !next.done; next = await this.#source.next()) {
      this.#pass(next.value);
      yield next.value;
    }
  }

  /** Only later lines will be asked for. */
  forgetBefore(line: number): void {
    while ((this.#pieces[1]?.line ?? line) < line) {
      this.#pieces.shift();
    }
  }

  /** Bytes in UTF-8 from the beginning of a line to the end, for which all that is left is read. */
  async bytesFrom(line: number): Promise<number> {
    const piece = this.#pieces.filter((one) => one.line < line).at(-1);
    const before = piece ? piece.bytesBefore + Buffer.byteLength(upTo(line - piece.line, piece.text)) : 0;
    for (let next = await this.#source.next(); !next.done; next = await this.#source.next()) {
      this.#bytes += Buffer.byteLength(next.value);
    }
    return this.#bytes - before;
  }

  async end(): Promise<void> {
    await this.#source.return?.();
  }

  #pass(text: string): void {
    const newlines = text.split('\n').length - 1;
    if (newlines > 0) {
      this.#pieces.push({ line: this.#lines, bytesBefore: this.#bytes, text });
    }
    this.#lines += newlines;
    this.#bytes += Buffer.byteLength(text);
  }
}

interface Piece {
  /** The line at which it begins, or in which. */
  readonly line: number;
  readonly bytesBefore: number;
  readonly text: string;
}

/** As many lines of a text. */
function upTo(lines: number, text: string): string {
  let end = 0;
  for (let i = 0; i < lines; i++) {
    end = text.indexOf('\n', end) + 1;
  }
  return text.slice(0, end);
}
