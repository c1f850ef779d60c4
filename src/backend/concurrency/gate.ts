/**
 * Lets a fixed number through at once. The others wait in lanes that take turns, each in its own order, so that many in one
 * lane do not keep those in another; they leave when their signal is raised.
 */
export class Gate {
  readonly #lanes = new Map<unknown, Set<() => void>>();
  #free: number;

  constructor(places: number) {
    this.#free = places;
  }

  /** @param lane anything that is the same for those of one lane */
  async through<T>(signal: AbortSignal, task: () => Promise<T>, lane: unknown = ''): Promise<T> {
    await this.#enter(signal, lane);
    try {
      return await task();
    } finally {
      this.#leave();
    }
  }

  async #enter(signal: AbortSignal, lane: unknown): Promise<void> {
    signal.throwIfAborted();
    if (this.#free > 0) {
      this.#free--;
      return;
    }
    const waiting = this.#lanes.get(lane) ?? new Set();
    this.#lanes.set(lane, waiting);
    await new Promise<void>((resolve, reject) => {
      const go = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        waiting.delete(go);
        reject(signal.reason as Error);
      };
      waiting.add(go);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  #leave(): void {
    for (const [lane, waiting] of this.#lanes) {
      // The lane goes to the end, or away when nobody is in it.
      this.#lanes.delete(lane);
      const [next] = waiting;
      if (next) {
        waiting.delete(next);
        this.#lanes.set(lane, waiting);
        next();
        return;
      }
    }
    this.#free++;
  }
}
