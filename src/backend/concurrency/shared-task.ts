/** Work that several wait for: it is done once, and ended when the last who waits has left. */
export class SharedTask<T> {
  readonly result: Promise<T>;
  readonly #controller = new AbortController();
  #waiting = 0;

  constructor(work: (signal: AbortSignal) => Promise<T>) {
    this.result = work(this.#controller.signal);
    this.result.catch(() => undefined); // told to everybody who waits
  }

  async join(signal: AbortSignal): Promise<T> {
    signal.throwIfAborted();
    this.#waiting++;
    let leave: (() => void) | undefined;
    const left = new Promise<never>((_, reject) => {
      leave = () => reject(signal.reason as Error);
      signal.addEventListener('abort', leave, { once: true });
    });
    try {
      return await Promise.race([this.result, left]);
    } finally {
      signal.removeEventListener('abort', leave!);
      if (--this.#waiting === 0 && signal.aborted) {
        this.#controller.abort();
      }
    }
  }

  /** Whether nobody can join any more, because the work was ended. */
  get isEnded(): boolean {
    return this.#controller.signal.aborted;
  }
}
