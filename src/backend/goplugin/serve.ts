import path from 'node:path';
import {
  Server,
  ServerCredentials,
  type ServiceDefinition,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { GRPCControllerService, type GRPCControllerServer } from './gen/grpc_controller';
import { HealthCheckResponse_ServingStatus, HealthService, type HealthServer } from './gen/health';

export interface Service {
  readonly definition: ServiceDefinition;
  /** Asked for at every call, so that the first one may load it. */
  readonly implementation: () => Promise<UntypedServiceImplementation>;
}

/** The kernel's limit; a longer path is cut without a word. The least of the systems that Grafana runs on. */
const LONGEST_SOCKET = 103;

/**
 * Serves gRPC on a Unix socket, with the health check and the controller that every go-plugin host asks for.
 * @param folder where the socket is made; private to this user
 * @param stop called when the host asks the plugin to end
 * @returns path of the socket, once it takes connections
 */
export async function serve(services: readonly Service[], folder: string, stop: () => void): Promise<string> {
  // Queries and answers may be larger than gRPC's 4 MB.
  const server = new Server({ 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 });
  server.addService(HealthService, health);
  server.addService(GRPCControllerService, controller(stop));
  services.forEach((service) => server.addService(service.definition, forwarding(service)));
  const socket = path.join(folder, 'plugin.sock');
  if (Buffer.byteLength(socket) > LONGEST_SOCKET) {
    throw new Error(`the path of the socket is longer than ${LONGEST_SOCKET} bytes: ${socket}`);
  }
  await new Promise<void>((resolve, reject) => {
    server.bindAsync(`unix:${socket}`, ServerCredentials.createInsecure(), (problem) =>
      problem ? reject(problem) : resolve(),
    );
  });
  return socket;
}

function forwarding({ definition, implementation }: Service): UntypedServiceImplementation {
  const methods = Object.keys(definition).map((name) => {
    const method = async (...call: Parameters<Method>) => ((await implementation())[name] as Method)(...call);
    return [name, (...call: Parameters<Method>) => void method(...call)];
  });
  return Object.fromEntries(methods) as UntypedServiceImplementation;
}

type Method = (...call: readonly unknown[]) => void;

const serving = { status: HealthCheckResponse_ServingStatus.SERVING };

const health: HealthServer = {
  check: (_, answer) => answer(null, serving),
  watch: (call) => {
    call.write(serving);
  },
};

function controller(stop: () => void): GRPCControllerServer {
  return {
    shutdown: (_, answer) => {
      answer(null, {});
      setImmediate(stop); // after the answer has left
    },
  };
}
