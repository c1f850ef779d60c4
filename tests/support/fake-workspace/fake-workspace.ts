/**
 * A Log Analytics workspace of our own: HTTPS on this machine with a login, the documented answers and errors, and the
 * KQL that it is sent executed by an engine that knows nothing of this project.
 */
import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { selfMade, type Certificate } from './certificate';
import { documented } from './documented-errors';
import { executed, type KqlRunner } from './executed';
import { faults, type FaultName } from './faults';
import { TENANT, tokenAnswer, type Issued } from './login';
import { graphAnswer, RESOURCE_GRAPH, usualListing, type ListedRow } from './resource-graph';
import { managed } from './resource-manager';

export const WORKSPACE = '0b1c2d3e-1111-4222-8333-444455556666';

/** Answered without a token, to be compared with. */
const OPEN = '/v1/open';

/** Node's own 5 s would end connections while somebody is about to use them again. */
const KEEP_ALIVE_MS = 120_000;

/** A request for rows as it came. */
export interface Asked {
  readonly path: string;
  readonly query: string;
  readonly timespan: string | undefined;
  readonly headers: IncomingMessage['headers'];
  /** ms since this process began; the end is missing while it runs. */
  readonly began: number;
  ended?: number;
  /** The other side went away before it was answered. */
  isDropped?: boolean;
}

interface Options {
  readonly engine?: KqlRunner;
  readonly certificate?: Certificate;
  /** How long each query takes at least, ms. */
  readonly delayMs?: number;
  readonly port?: number;
  /** Whom tokens for rows are for, where it stands in for an address that is not its own. */
  readonly audience?: string;
}

export class FakeWorkspace {
  readonly asked: Asked[] = [];
  readonly issued: Issued[] = [];
  /** What Azure Resource Graph lists, and how often it was asked. */
  listing: readonly ListedRow[] = usualListing(WORKSPACE);
  listed = 0;
  /** Most that ran at the same time. */
  mostAtOnce = 0;
  delayMs: number;
  /** Tokens are given when this is settled. */
  login: Promise<unknown> = Promise.resolve();
  /** How long tokens hold. */
  tokenSeconds = 3599;
  readonly certificate: Certificate;
  /** Faults of the next requests, in order; what is not named is answered well. */
  readonly #next: (FaultName | undefined)[] = [];
  #always: FaultName | undefined;
  #atOnce = 0;
  /** Bodies of the next right answers, as they are sent. */
  readonly #texts: string[] = [];
  /** How many of the next right answers are held back, and what lets them go. */
  #toHold = 0;
  readonly #held: (() => void)[] = [];
  readonly #engine: KqlRunner | undefined;
  readonly #audience: string | undefined;
  readonly #server: Server;

  static async start(options: Options = {}): Promise<FakeWorkspace> {
    const certificate = options.certificate ?? (await selfMade());
    const fake = new FakeWorkspace(options, certificate);
    await new Promise<void>((resolve) => fake.#server.listen(options.port ?? 0, '127.0.0.1', resolve));
    return fake;
  }

  private constructor({ engine, delayMs = 0, audience }: Options, certificate: Certificate) {
    this.#engine = engine;
    this.#audience = audience;
    this.delayMs = delayMs;
    this.certificate = certificate;
    this.#server = createServer(certificate, (request, response) => {
      this.#answer(request, response).catch((problem: unknown) => {
        response.writeHead(501).end(JSON.stringify({ error: { code: 'FakeFailed', message: String(problem) } }));
      });
    }); // prettier-ignore
    this.#server.on('tlsClientError', () => undefined);
    this.#server.keepAliveTimeout = KEEP_ALIVE_MS;
  }

  get url(): string {
    return `https://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The next requests go wrong like this, one each; undefined for one that does not. */
  failNext(...names: readonly (FaultName | undefined)[]): void {
    this.#next.push(...names);
  }

  /** All requests go wrong like this from now on; undefined for none. */
  failAlways(name: FaultName | undefined): void {
    this.#always = name;
  }

  /** The next right answer is this text: JSON may hold what no value of JavaScript can. */
  answerNext(body: string): void {
    this.#texts.push(body);
  }

  /** The next right answers, so many, wait until they are let go. */
  holdNext(count: number): void {
    this.#toHold = count;
  }

  /** How many right answers wait. */
  get held(): number {
    return this.#held.length;
  }

  letGo(): void {
    this.#toHold = 0;
    this.#held.splice(0).forEach((go) => go());
  }

  /** As if nothing had been asked and nothing were wrong. */
  forget(): void {
    this.asked.length = 0;
    this.listed = 0;
    this.listing = usualListing(WORKSPACE);
    this.#next.length = 0;
    this.#texts.length = 0;
    this.#always = undefined;
    this.mostAtOnce = 0;
    this.delayMs = 0;
    this.letGo();
  }

  dropConnections(): void {
    this.#server.closeAllConnections();
  }

  async stop(): Promise<void> {
    this.dropConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    const body = await text(request);
    if (path.includes(`/${TENANT}/`) || path.includes('/oauth2/') || path.includes('/.well-known/')) {
      return this.#login(path, body, response);
    }
    if (path.startsWith(RESOURCE_GRAPH)) {
      return this.#list(request, body, response);
    }
    const found = managed(this.listing, path);
    if (found) {
      const isIssued = this.#issuedTo(request.headers) !== undefined;
      return send(response, isIssued ? 200 : 401, isIssued ? found : documented.unauthenticated);
    }
    const asked = this.#note(request, path, body);
    response.once('close', () => {
      asked.ended = performance.now();
      asked.isDropped = !response.writableFinished;
    });
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.#atOnce);
    try {
      const fault = this.#fault('query');
      await (fault ? faults[fault].spoil(response, () => this.#rows(asked)) : this.#right(request, response, asked));
    } finally {
      this.#atOnce--;
    }
  } // prettier-ignore

  async #login(path: string, body: string, response: ServerResponse): Promise<void> {
    const right = tokenAnswer(this.url, path, new URLSearchParams(body), this.issued, this.tokenSeconds);
    const fault = path.includes('/token') ? this.#fault('token') : undefined;
    if (fault) {
      return faults[fault].spoil(response, async () => right.body);
    }
    if (path.includes('/token')) {
      await this.login;
    }
    send(response, right.status, right.body);
  }

  async #list({ headers }: IncomingMessage, body: string, response: ServerResponse): Promise<void> {
    this.listed++;
    const fault = this.#fault('query');
    const right = graphAnswer(this.listing, body);
    if (fault) {
      return faults[fault].spoil(response, async () => right);
    }
    const isIssued = this.#issuedTo(headers) !== undefined;
    send(response, isIssued ? 200 : 401, isIssued ? right : documented.unauthenticated);
  }

  #issuedTo({ authorization = '' }: IncomingMessage['headers']): Issued | undefined {
    const token = /^Bearer (.+)$/.exec(authorization)?.[1];
    return this.issued.find(({ access_token }) => access_token === token);
  }

  async #right(request: IncomingMessage, response: ServerResponse, asked: Asked): Promise<void> {
    if (this.delayMs > 0) {
      await sleep(this.delayMs);
    }
    if (this.#toHold > 0) {
      this.#toHold--;
      await new Promise<void>((go) => this.#held.push(go));
    }
    if (asked.path === OPEN) {
      return send(response, 200, (await executed(this.#engine, asked)).body);
    }
    const issued = this.#issuedTo(request.headers);
    if (!issued) {
      return send(response, 401, documented.unauthenticated);
    }
    if (issued.scope !== `${this.#audience ?? this.url}/.default`) {
      return send(response, 401, documented.wrongToken);
    }
    if (!/^\/v1\/(workspaces\/[^/]+|subscriptions\/.+)\/(query|search)$/.test(asked.path)) {
      return send(response, 404, documented.noPath);
    }
    if (asked.path.startsWith('/v1/workspaces/') && !asked.path.includes(WORKSPACE)) {
      return send(response, 404, documented.noWorkspace);
    }
    const given = this.#texts.shift();
    if (given !== undefined) {
      return sendText(response, 200, given);
    }
    const { status, body } = await executed(this.#engine, asked);
    send(response, status, body);
  }

  async #rows(asked: Asked): Promise<object> {
    return (await executed(this.#engine, asked)).body;
  }

  #fault(at: 'query' | 'token'): FaultName | undefined {
    if (this.#always) {
      return faults[this.#always].at === at ? this.#always : undefined;
    }
    const [next] = this.#next;
    if (next !== undefined && faults[next].at !== at) {
      return undefined;
    }
    return at === 'query' || next !== undefined ? this.#next.shift() : undefined;
  }

  #note({ headers }: IncomingMessage, url: string, body: string): Asked {
    const { query = '', timespan } = JSON.parse(body || '{}') as { query?: string; timespan?: string };
    const asked = { path: decodeURIComponent(url.split('?')[0] ?? ''), query, timespan, headers, began: performance.now() };
    this.asked.push(asked);
    return asked;
  } // prettier-ignore
}

const send = (response: ServerResponse, status: number, body: object) =>
  sendText(response, status, JSON.stringify(body));

/** Ends when it is written: Node 20 breaks a connection over TLS whose next request meets a long answer (HPE_PAUSED). */
function sendText(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.write(body, () => response.end());
}
