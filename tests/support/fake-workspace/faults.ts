/** What can go wrong with a request to the workspace: one fault for every row of the documentation and of the transport. */
import type { ServerResponse } from 'node:http';
import { documented, loginErrors } from './documented-errors';

/** How a fault answers; `answer` makes the right answer, where the fault spoils that one. */
export interface Fault {
  readonly at: 'query' | 'token';
  readonly spoil: (response: ServerResponse, answer: () => Promise<object>) => Promise<void> | void;
}

const json = (status: number, body: object, headers: Readonly<Record<string, string>> = {}): Fault['spoil'] =>
  (response) => {
    response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...headers });
    response.end(JSON.stringify(body));
  }; // prettier-ignore

/** The right answer as text, to be sent in a wrong way. */
const spoilt =
  (send: (response: ServerResponse, text: string) => Promise<void> | void): Fault['spoil'] =>
  async (response, answer) =>
    send(response, JSON.stringify(await answer()));

interface Answered {
  readonly tables: readonly [
    { readonly columns: readonly { name: string; type: string }[]; readonly rows: readonly unknown[][] },
  ];
}

/** The right answer with another table. */
const changed = (change: (table: Answered['tables'][0]) => object): Fault['spoil'] =>
  spoilt((response, text) => {
    const { tables } = JSON.parse(text) as Answered;
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ tables: [{ name: 'PrimaryResult', ...tables[0], ...change(tables[0]) }] }));
  });

const half = (text: string) => text.slice(0, Math.floor(text.length / 2));
const silence = () => undefined;

const query = (spoil: Fault['spoil']): Fault => ({ at: 'query', spoil });
const token = (spoil: Fault['spoil']): Fault => ({ at: 'token', spoil });

export const faults = {
  'no token given': query(json(401, documented.unauthenticated)),
  'token of another cloud': query(json(401, documented.wrongToken)),
  'no rights': query(json(403, documented.noRights)),
  'wrong id': query(json(404, documented.noPath)),
  'no such workspace': query(json(404, documented.noWorkspace)),
  'syntax error': query(json(400, documented.syntax('Query could not be parsed at ‘||’'))),
  'semantic error': query(json(400, documented.semantic('The name ‘Nope’ does not refer to any known column'))),
  'table missing': query(json(400, documented.missingTable('ApiManagementGatewayLogs'))),
  'Basic plan': query(json(400, documented.basicPlan)),
  throttled: query(json(429, documented.throttled, { 'Retry-After': '2' })),
  'throttled for long': query(json(429, documented.throttled, { 'Retry-After': '600' })),
  'throttled without a word': query(json(429, documented.throttled)),
  'too slow': query(json(504, documented.tooSlow)),
  'too large': query(json(413, documented.tooLarge)),
  'service broken': query(json(500, documented.broken)),
  'service unavailable': query(json(503, documented.broken)),
  partial: query(
    spoilt((response, text) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ ...(JSON.parse(text) as object), ...documented.partial }));
    }),
  ),
  'empty 204': query((response) => void response.writeHead(204).end()),
  'empty 200': query((response) => void response.writeHead(200, { 'Content-Type': 'application/json' }).end()),
  'no tables': query(json(200, { tables: [] })),
  'HTML of a proxy': query((response) => {
    response.writeHead(502, { 'Content-Type': 'text/html' }).end('<html><body>502 Bad Gateway</body></html>');
  }),
  'HTML as success': query((response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html><body>Sign in to Wi-Fi</body></html>');
  }),
  'JSON of something else': query(json(200, { hello: 'world' })),
  'columns missing': query(changed(({ columns, rows }) => ({ columns: columns.slice(1), rows: rows.map((row) => row.slice(1)) }))),
  'wrong types': query(changed(({ columns, rows }) => ({ columns, rows: [...rows, columns.map(() => ({ odd: true }))] }))),
  'row of nobody': query(changed(({ columns, rows }) => ({ columns, rows: [...rows, columns.map(() => '__proto__')] }))),
  'error of wrong types': query(json(500, { error: { code: 5, message: { a: 1 }, innererror: 'x', details: 7 } })),
  'rows too short': query(changed(({ columns, rows }) => ({ columns, rows: [...rows, [1]] }))),
  reset: query((response) => void response.socket?.destroy()),
  'reset in the body': query(
    spoilt(async (response, text) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) });
      await new Promise((written) => response.write(half(text), written));
      response.socket?.destroy();
    }),
  ),
  'half a body': query(
    spoilt((response, text) => {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(half(text));
    }),
  ),
  'length too long': query(
    spoilt((response, text) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) + 50, Connection: 'close' });
      response.end(text);
    }),
  ),
  'length too short': query(
    spoilt((response, text) => {
      const [body, size] = [Buffer.from(text), Math.floor(Buffer.byteLength(text) / 2)];
      response.socket?.end(Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${size}\r\n\r\n`), body]));
    }),
  ),
  'no HTTP': query((response) => void response.socket?.end('SSH-2.0-OpenSSH_9.6\r\n')),
  redirect: query((response) => void response.writeHead(302, { Location: 'https://elsewhere.example/query' }).end()),
  'slow drip': query(
    spoilt((response, text) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      let sent = 0;
      const drip = setInterval(() => response.write(text[sent++] ?? ' '), 50);
      response.on('close', () => clearInterval(drip));
    }),
  ),
  'never answered': query(silence),
  'endless body': query((response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    const piece = ' '.repeat(2 ** 16);
    const pour = () => {
      while (!response.destroyed && response.write(piece)) {
        // until the other side has enough
      }
    };
    response.on('drain', pour);
    pour();
  }),
  'wrong secret': token(json(401, loginErrors.wrongSecret)),
  'expired secret': token(json(401, loginErrors.expiredSecret)),
  'no such client': token(json(400, loginErrors.noClient)),
  'no such tenant': token(json(400, loginErrors.noTenant)),
  'login page': token((response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html><body>Welcome</body></html>');
  }),
  'login broken': token(json(503, { error: 'temporarily_unavailable', error_description: 'AADSTS90033' })),
  'login reset': token((response) => void response.socket?.destroy()),
  'login never answered': token(silence),
} as const satisfies Readonly<Record<string, Fault>>; // prettier-ignore

export type FaultName = keyof typeof faults;
