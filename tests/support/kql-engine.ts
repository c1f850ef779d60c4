import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

export interface KqlResult {
  readonly columns: readonly (readonly [string, string])[];
  readonly rows: readonly (readonly unknown[])[];
}

/** The independent KQL engine as a child process. */
export class KqlEngine {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, (reply: { error?: string }) => void>();
  #last = 0;

  constructor(python: string) {
    const script = path.resolve('tests/conformance/kql/engine.py');
    this.#process = spawn(python, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
    createInterface({ input: this.#process.stdout! }).on('line', (line) => {
      const reply = JSON.parse(line) as { id: number; error?: string };
      this.#waiting.get(reply.id)?.(reply);
      this.#waiting.delete(reply.id);
    });
    this.#process.once('exit', (status) => {
      this.#waiting.forEach((answer) => answer({ error: `the engine ended with ${status}` }));
    });
  }

  async table(
    name: string,
    columns: readonly (readonly [string, string])[],
    rows: readonly (readonly unknown[])[],
  ): Promise<void> {
    await this.#ask({ table: name, columns, rows });
  }

  /** Saves functions, in the place of those that there were. @param definitions `function F(x: long) { … }` */
  async functions(definitions: readonly string[]): Promise<void> {
    await this.#ask({ functions: definitions });
  }

  /** @param view condition in SQL on the rows that the query sees */
  async query(query: string, view?: string): Promise<KqlResult> {
    return (await this.#ask({ query, view })) as KqlResult;
  }

  stop(): void {
    this.#process.stdin?.end();
  }

  async #ask(message: object): Promise<unknown> {
    const id = ++this.#last;
    const reply = await new Promise<{ error?: string }>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#process.stdin?.write(`${JSON.stringify({ ...message, id })}\n`);
    });
    if (reply.error !== undefined) {
      throw new Error(`${reply.error}\n${JSON.stringify(message).slice(0, 2000)}`);
    }
    return reply;
  }
}
