/** Short work should not flicker. */
const QUIET_MS = 700;
const BETWEEN_MS = 200;

/** A line on the terminal that says how far long work is, and goes away; nothing where errors go to a file. */
export class Progress {
  readonly #terminal: NodeJS.WriteStream;
  readonly #now: () => number;
  readonly #shown: boolean;
  #next: number;
  #visible = false;

  /** @param shown whether nothing else is being written to the terminal */
  constructor(terminal: NodeJS.WriteStream, now: () => number, shown = true) {
    this.#terminal = terminal;
    this.#now = now;
    this.#shown = shown && terminal.isTTY === true;
    this.#next = now() + QUIET_MS;
  }

  /** @param text is made only when it is shown */
  tell(text: () => string): void {
    const now = this.#now();
    if (this.#shown && now >= this.#next) {
      this.#next = now + BETWEEN_MS;
      this.#visible = true;
      this.#terminal.write(`\r\u001b[K${text()}`);
    }
  }

  end(): void {
    if (this.#visible) {
      this.#visible = false;
      this.#terminal.write('\r\u001b[K');
    }
  }
}
