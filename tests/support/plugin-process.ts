/** A built backend as a process, started and asked over gRPC as Grafana does it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { ChannelCredentials, type ClientUnaryCall, type ServiceError } from '@grpc/grpc-js';
import {
  DataClient,
  DiagnosticsClient,
  ResourceClient,
  type CallResourceResponse,
  type CheckHealthResponse,
  type DataResponse,
  type PluginContext,
} from '../../src/backend/grafana/gen/backend';

export interface AskedDataSource {
  readonly uid: string;
  readonly jsonData: object;
  readonly secrets?: Readonly<Record<string, string>>;
  /** 1 where left out. */
  readonly orgId?: number;
  /** Of the user who asks; Admin where left out. */
  readonly role?: string;
}

export interface AskedResource {
  readonly path: string;
  readonly method: string;
  readonly body: string;
  /** With what is asked after a “?”. */
  readonly url?: string;
  readonly headers?: Readonly<Record<string, { values: string[] }>>;
}

export interface ResourceAnswer {
  readonly status: number;
  readonly body: string;
}

export interface AskedQuery {
  readonly from: number;
  readonly to: number;
  readonly json: object;
}

export class PluginProcess {
  readonly child: ChildProcess;
  readonly socket: string;
  readonly #said: string[];
  readonly #data: InstanceType<typeof DataClient>;
  readonly #diagnostics: InstanceType<typeof DiagnosticsClient>;
  readonly #resource: InstanceType<typeof ResourceClient>;

  private constructor(child: ChildProcess, socket: string, said: string[]) {
    this.child = child;
    this.socket = socket;
    this.#said = said;
    const address = `unix:${socket}`;
    const credentials = ChannelCredentials.createInsecure();
    const options = { 'grpc.max_receive_message_length': -1, 'grpc-node.flow_control_window': 2 ** 23 };
    this.#data = new DataClient(address, credentials, options);
    this.#diagnostics = new DiagnosticsClient(address, credentials);
    this.#resource = new ResourceClient(address, credentials, options);
  }

  /**
   * @param root of the file system that the process sees, if not this machine’s
   * @throws what it said when it does not serve
   */
  static async start(
    command: readonly string[],
    environment: NodeJS.ProcessEnv = {},
    root = '',
  ): Promise<PluginProcess> {
    const child = spawn(command[0]!, command.slice(1), {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...environment, grafana_plugin_type: 'datasource' },
    });
    const said: string[] = [];
    createInterface({ input: child.stderr! }).on('line', (line) => said.push(line) > 1000 && said.shift());
    const ended = once(child, 'exit').then(([status]) => {
      throw new Error(`it ended with ${status}: ${said.join('\n')}`);
    });
    ended.catch(() => undefined);
    const [line] = (await Promise.race([once(createInterface({ input: child.stdout! }), 'line'), ended])) as [
      string,
    ];
    return new PluginProcess(child, `${root}${line.split('|')[3]}`, said);
  }

  /** The last lines of its log. */
  get log(): string {
    return this.#said.join('\n');
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** @returns answers in the order of the queries; undefined when it was cancelled */
  query(
    of: AskedDataSource,
    queries: readonly AskedQuery[],
    signal?: AbortSignal,
  ): Promise<DataResponse[] | undefined> {
    const request = {
      pluginContext: contextOf(of),
      headers: {},
      queries: queries.map(({ from, to, json }, i) => ({
        refId: String(i),
        json: Buffer.from(JSON.stringify(json)),
        timeRange: { fromEpochMS: from, toEpochMS: to },
        maxDataPoints: 1000,
        intervalMS: 60_000,
        queryType: '',
      })),
    };
    return new Promise((resolve, reject) => {
      const call: ClientUnaryCall = this.#data.queryData(request, (problem, answer) => {
        if (problem) {
          return signal?.aborted ? resolve(undefined) : reject(problem);
        }
        resolve(queries.map((_, i) => answer.responses[i]!));
      });
      signal?.addEventListener('abort', () => call.cancel(), { once: true });
    });
  }

  health(of: AskedDataSource): Promise<CheckHealthResponse> {
    return new Promise((resolve, reject) => {
      this.#diagnostics.checkHealth(
        { pluginContext: contextOf(of), headers: {} },
        (problem: ServiceError | null, answer: CheckHealthResponse) =>
          problem ? reject(problem) : resolve(answer),
      );
    });
  }

  /** @returns the status of the answer */
  async resource(of: AskedDataSource, path: string, body?: object): Promise<number> {
    const text = body ? JSON.stringify(body) : '';
    return (await this.callResource(of, { path, method: body ? 'POST' : 'GET', body: text })).status;
  }

  /** @returns status and body of the answer; the status 499 when it was cancelled */
  callResource(
    of: AskedDataSource,
    { path, body, ...asked }: AskedResource,
    signal?: AbortSignal,
  ): Promise<ResourceAnswer> {
    const request = {
      pluginContext: contextOf(of),
      path,
      url: path,
      headers: {},
      ...asked,
      body: Buffer.from(body),
    };
    return new Promise((resolve, reject) => {
      const call = this.#resource
        .callResource(request)
        .once('data', ({ code, body: sent }: CallResourceResponse) =>
          resolve({ status: code, body: Buffer.from(sent).toString() }),
        )
        .once('error', (problem) => (signal?.aborted ? resolve({ status: 499, body: '' }) : reject(problem)));
      signal?.addEventListener('abort', () => call.cancel(), { once: true });
    });
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    [this.#data, this.#diagnostics, this.#resource].forEach((client) => client.close());
    if (this.isRunning) {
      const ended = once(this.child, 'exit');
      this.child.kill(signal);
      await ended;
    }
  }
}

function contextOf({
  uid,
  jsonData,
  secrets = {},
  orgId = 1,
  role = 'Admin',
}: AskedDataSource): PluginContext {
  return {
    orgId,
    pluginId: 'gatewaylens-apim-datasource',
    user: { login: 'test', role },
    dataSourceInstanceSettings: {
      id: 1,
      name: uid,
      uid,
      jsonData: Buffer.from(JSON.stringify(jsonData)),
      decryptedSecureJsonData: { ...secrets },
      lastUpdatedMS: 1,
    },
  };
}
