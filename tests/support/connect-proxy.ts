/** A proxy as companies have them: it connects to where it is told, and sees nothing of what goes through. */
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

export class ConnectProxy {
  /** Where it was told to connect to, and requests that it saw as they are. */
  readonly connected: string[] = [];
  readonly seen: string[] = [];
  /** What it answers in place of a connection. */
  refusal: string | undefined;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  /** @param leadsTo where it connects to, whatever it is told: host and port */
  static async start(leadsTo?: string): Promise<ConnectProxy> {
    const proxy = new ConnectProxy(leadsTo);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  private constructor(leadsTo: string | undefined) {
    this.#server = createServer((request, response) => {
      this.seen.push(`${request.method} ${request.url}`);
      response.writeHead(403).end();
    });
    this.#server.on('connection', (socket) => this.#keep(socket));
    this.#server.on('connect', (request, socket: Socket, head: Buffer) => {
      this.connected.push(request.url ?? '');
      if (this.refusal !== undefined) {
        socket.end(`HTTP/1.1 ${this.refusal}\r\nContent-Length: 0\r\n\r\n`);
        return;
      }
      const [host = '', port = '443'] = (leadsTo ?? request.url ?? '').split(':');
      const onwards = connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        onwards.write(head);
        onwards.pipe(socket);
        socket.pipe(onwards);
      });
      this.#keep(onwards);
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#sockets.forEach((socket) => socket.destroy());
    await new Promise((closed) => this.#server.close(closed));
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket)).on('error', () => socket.destroy());
  }
}
