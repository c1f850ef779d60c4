/** Where a machine in Azure asks for the token of its managed identity: over plain HTTP, to itself. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FakeWorkspace } from './fake-workspace';

interface Asked {
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage['headers'];
}

export class IdentityEndpoint {
  readonly asked: Asked[] = [];
  /** What it answers in place of a token. */
  refusal: { readonly status: number; readonly body: object } | undefined;
  readonly #server: Server;

  /** Gives tokens that the workspace takes which is there at that time. */
  static async start(fake: () => FakeWorkspace): Promise<IdentityEndpoint> {
    const endpoint = new IdentityEndpoint(fake);
    await new Promise<void>((resolve) => endpoint.#server.listen(0, '127.0.0.1', resolve));
    return endpoint;
  }

  private constructor(fake: () => FakeWorkspace) {
    this.#server = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
      const parameters = Object.fromEntries(searchParams);
      this.asked.push({ path: pathname, parameters, headers: request.headers });
      const { status, body } = this.refusal ?? { status: 200, body: tokenFor(fake(), parameters.resource ?? '') };
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    });
  } // prettier-ignore

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }
}

function tokenFor(fake: FakeWorkspace, resource: string): object {
  const access_token = `identity-token-that-nobody-may-see-${fake.issued.length}`;
  fake.issued.push({ access_token, scope: `${resource}/.default` });
  const expires_on = String(Math.floor(Date.now() / 1000) + 3600);
  return { access_token, expires_on, expires_in: '3600', resource, token_type: 'Bearer' };
}
