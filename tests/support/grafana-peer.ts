import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

export interface PeerFrame {
  readonly schema: {
    readonly name?: string;
    readonly refId?: string;
    readonly meta?: Record<string, unknown>;
    readonly fields: readonly PeerField[];
  };
  readonly data: { readonly values: readonly (readonly unknown[])[] };
}

export interface PeerField {
  readonly name: string;
  readonly type: string;
  readonly typeInfo: { readonly frame: string; readonly nullable?: boolean };
  readonly labels?: Record<string, string>;
  readonly config?: Record<string, unknown>;
}

export interface PeerResponse {
  readonly frames: readonly PeerFrame[] | null;
  readonly error: string;
  readonly status: number;
  readonly errorSource: string;
}

export interface PeerQuery {
  readonly refId: string;
  readonly from: number;
  readonly to: number;
  readonly maxDataPoints?: number;
  readonly json: unknown;
}

export interface PeerDataSource {
  readonly uid: string;
  readonly updated: number;
  readonly jsonData: unknown;
  readonly secrets?: Readonly<Record<string, string>>;
}

/** Grafana's SDK, by what the tests call it, with the list of Go modules that pins it. */
export const sdks = { newest: 'go.mod', 'of Grafana 10.1': 'grafana-10.1.mod' } as const;
export type Sdk = keyof typeof sdks;

/** Builds the program that talks to a plugin with Grafana's own SDK. */
export function buildPeer(sdk: Sdk = 'newest'): string {
  const folder = path.resolve('tests/process/grafana-peer');
  const executable = path.resolve(`.cache/grafana-peer-${sdks[sdk].replace('.mod', '')}`);
  const { status, stderr } = spawnSync('go', ['build', '-modfile', sdks[sdk], '-o', executable, '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) {
    throw new Error(stderr);
  }
  return executable;
}

/** A plugin process, driven by Grafana's SDK. */
export class GrafanaPeer {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, (answer: { failed?: string }) => void>();
  #last = 0;
  #log = '';

  constructor(peer: string, plugin: string, environment: NodeJS.ProcessEnv = {}) {
    this.#process = spawn(peer, [plugin], { env: { ...process.env, ...environment } });
    this.#process.stderr?.on('data', (text: Buffer) => (this.#log += text.toString()));
    createInterface({ input: this.#process.stdout! }).on('line', (line) => {
      const answer = JSON.parse(line) as { id: number; failed?: string };
      this.#waiting.get(answer.id)?.(answer);
      this.#waiting.delete(answer.id);
    });
    this.#process.once('exit', () => {
      this.#waiting.forEach((answer) => answer({ failed: `the peer ended: ${this.#log}` }));
    });
  }

  /** What the plugin has logged. */
  get log(): string {
    return this.#log;
  }

  async query(
    dataSource: PeerDataSource | undefined,
    queries: readonly PeerQuery[],
    more: { headers?: Record<string, string>; cancelAfter?: number } = {},
  ): Promise<Record<string, PeerResponse>> {
    const { responses } = (await this.#ask({ op: 'query', dataSource, queries, ...more })) as {
      responses: Record<string, PeerResponse>;
    };
    return responses;
  }

  async health(dataSource: PeerDataSource): Promise<{ status: string; message: string; details: unknown }> {
    return (await this.#ask({ op: 'health', dataSource })) as {
      status: string;
      message: string;
      details: unknown;
    };
  }

  /** The process's numbers in the text format of Prometheus. */
  async metrics(): Promise<string> {
    const { text } = (await this.#ask({ op: 'metrics' })) as { text: string };
    return text;
  }

  async resource(
    dataSource: PeerDataSource,
    path: string,
    method: string,
    body?: unknown,
  ): Promise<{ status: number; body: unknown }> {
    return (await this.#ask({ op: 'resource', dataSource, path, method, body })) as {
      status: number;
      body: unknown;
    };
  }

  async pid(): Promise<number> {
    const { pid } = (await this.#ask({ op: 'pid' })) as { pid: number };
    return pid;
  }

  /** Asks the plugin to end, as Grafana does when it stops. */
  async stop(): Promise<{ exited: boolean }> {
    const answer = (await this.#ask({ op: 'stop' })) as { exited: boolean };
    this.#process.stdin?.end();
    return answer;
  }

  /** Ends the host without a word, as a crash would. */
  kill(): void {
    this.#process.kill('SIGKILL');
  }

  async #ask(message: object): Promise<object> {
    const id = ++this.#last;
    const answer = await new Promise<{ failed?: string }>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#process.stdin?.write(`${JSON.stringify({ ...message, id })}\n`);
    });
    if (answer.failed !== undefined) {
      throw new Error(answer.failed);
    }
    return answer;
  }
}
