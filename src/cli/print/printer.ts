import { once } from 'node:events';
import type { Writable } from 'node:stream';

const CHUNK = 65_536;

/** Writes in large pieces, and waits for a reader that is slower. */
export class Printer {
  readonly #output: Writable;
  #pending = '';

  constructor(output: Writable) {
    this.#output = output;
  }

  async print(text: string): Promise<void> {
    this.#pending += text;
    if (this.#pending.length >= CHUNK) {
      await this.end();
    }
  }

  /** Writes what is left. */
  async end(): Promise<void> {
    const text = this.#pending;
    this.#pending = '';
    if (!this.#output.write(text)) {
      await once(this.#output, 'drain');
    }
  }
}
