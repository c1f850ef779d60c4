import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ChannelCredentials, type ServiceError } from '@grpc/grpc-js';
import { GRPCControllerClient } from '../../src/backend/goplugin/gen/grpc_controller';
import {
  DataClient,
  DiagnosticsClient,
  ResourceClient,
  type CallResourceRequest,
  type CallResourceResponse,
  type CheckHealthRequest,
  type CheckHealthResponse,
  type QueryDataRequest,
  type QueryDataResponse,
} from '../../src/backend/grafana/gen/backend';

type Unary<Q, A> = (request: Q, callback: (problem: ServiceError | null, answer: A) => void) => unknown;

function asked<Q, A>(call: Unary<Q, A>, request: Q): Promise<A> {
  return new Promise((resolve, reject) =>
    call(request, (problem, answer) => (problem ? reject(problem) : resolve(answer))),
  );
}

/** The built backend as a child process, started and asked over gRPC as Grafana does it. */
export class BackendProcess {
  readonly #process: ChildProcess;
  readonly #data: InstanceType<typeof DataClient>;
  readonly #diagnostics: InstanceType<typeof DiagnosticsClient>;
  readonly #resource: InstanceType<typeof ResourceClient>;
  readonly #controller: InstanceType<typeof GRPCControllerClient>;

  private constructor(process: ChildProcess, address: string) {
    const options = { 'grpc.max_receive_message_length': -1 };
    const credentials = ChannelCredentials.createInsecure();
    this.#process = process;
    this.#data = new DataClient(address, credentials, options);
    this.#diagnostics = new DiagnosticsClient(address, credentials);
    this.#resource = new ResourceClient(address, credentials, options);
    this.#controller = new GRPCControllerClient(address, credentials);
  }

  static async start(): Promise<BackendProcess> {
    const folder = path.resolve('dist/datasource');
    const launcher = readdirSync(folder).find((file) => file.startsWith('gpx_'));
    if (!launcher) {
      throw new Error('the plugin is not built');
    }
    const child = spawn(path.join(folder, launcher), {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, grafana_plugin_type: 'datasource' },
    });
    const line = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).once('line', resolve);
      child.once('exit', (status) => reject(new Error(`the backend ended with ${status}`)));
    });
    const [, , network, address] = line.split('|');
    return new BackendProcess(child, `${network}:${address}`);
  }

  queryData(request: QueryDataRequest): Promise<QueryDataResponse> {
    return asked(this.#data.queryData.bind(this.#data), request);
  }

  checkHealth(request: CheckHealthRequest): Promise<CheckHealthResponse> {
    return asked(this.#diagnostics.checkHealth.bind(this.#diagnostics), request);
  }

  callResource(request: CallResourceRequest): Promise<CallResourceResponse> {
    return new Promise((resolve, reject) => {
      this.#resource.callResource(request).once('data', resolve).once('error', reject);
    });
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    await asked(this.#controller.shutdown.bind(this.#controller), {}).catch(() => this.#process.kill());
    await ended;
  }
}
