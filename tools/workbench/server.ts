import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { WorkbenchApi } from './api';
import type { BackendProcess } from './backend-process';
import type { Libraries } from './libraries';

/** Folders that the page may load from, by the beginning of their address. */
const foldersOf = ({ page }: Libraries): readonly (readonly [string, string])[] => [
  ['/public/plugins/gatewaylens-apim-app/', 'dist'],
  ['/workbench/', page],
  ['/public/build/img/icons/', 'node_modules/@grafana/ui/dist/public/img/icons'],
  ['/public/lib/monaco/', 'node_modules/monaco-editor'],
  ['/public/img/icons/', 'node_modules/@grafana/ui/dist/public/img/icons'],
];

/** Fonts that Grafana itself ships; its style sheet asks for them by these addresses. */
const FONTS: readonly (readonly [RegExp, string])[] = [
  [/^\/public\/fonts\/inter\/Inter-Medium/, 'inter/files/inter-latin-500-normal.woff2'],
  [/^\/public\/fonts\/inter\//, 'inter/files/inter-latin-400-normal.woff2'],
  [/^\/public\/fonts\/roboto\//, 'roboto-mono/files/roboto-mono-latin-400-normal.woff2'],
];

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.css': 'text/css',
  '.map': 'application/json',
};

/** @returns the workbench's address */
export async function serveWorkbench(
  backend: BackendProcess,
  libraries: Libraries,
  port: number,
): Promise<string> {
  const api = new WorkbenchApi(backend);
  const server = createServer(
    (request, response) =>
      void respond(api, libraries, request, response).catch((problem: unknown) => {
        send(response, 500, JSON.stringify({ message: String(problem) }), 'application/json');
      }),
  );
  await listening(server, port);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** Fails when something else listens there. */
export async function freePort(port: number): Promise<void> {
  const server = createServer();
  await listening(server, port);
  await new Promise((resolve) => server.close(resolve));
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

async function respond(
  api: WorkbenchApi,
  libraries: Libraries,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://workbench');
  if (pathname.startsWith('/api/')) {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk as Buffer);
    }
    const answer = await api.answer(request.method ?? 'GET', pathname, Buffer.concat(chunks));
    send(
      response,
      answer?.status ?? 404,
      JSON.stringify(answer?.body ?? { message: 'not in the workbench' }),
      TYPES['.json']!,
    );
    return;
  }
  const file = fileOf(pathname, libraries);
  if (file === undefined) {
    send(response, path.extname(pathname) ? 404 : 200, page(libraries), 'text/html');
    return;
  }
  // Icons that only Grafana itself ships are left blank.
  const content = await readFile(file).catch(() => (file.endsWith('.svg') ? BLANK : undefined));
  send(response, content ? 200 : 404, content ?? '', TYPES[path.extname(file)] ?? 'application/octet-stream');
}

const BLANK = '<svg xmlns="http://www.w3.org/2000/svg"/>';

function fileOf(pathname: string, libraries: Libraries): string | undefined {
  const [prefix, root] = foldersOf(libraries).find(([beginning]) => pathname.startsWith(beginning)) ?? [];
  if (prefix !== undefined && root !== undefined) {
    return path.join(root, path.posix.normalize(`/${pathname.slice(prefix.length)}`));
  }
  const [, font] = FONTS.find(([address]) => address.test(pathname)) ?? [];
  return font && path.join('node_modules/@fontsource', font);
}

function send(response: ServerResponse, status: number, body: string | Buffer, type: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

/** As far as Grafana’s own style sheet matters here. */
const BASE =
  'body,fieldset{margin:0}fieldset{border:0;padding:0;min-width:0}*,*::before,*::after{box-sizing:border-box}';

/** The page, with what Grafana's libraries expect to find of Grafana. */
function page({ modules }: Libraries): string {
  const { version } = JSON.parse(
    readFileSync(path.join(modules, '@grafana/runtime/package.json'), 'utf8'),
  ) as {
    version: string;
  };
  const bootData = {
    settings: {
      buildInfo: { version },
      featureToggles: {},
      appSubUrl: '',
      datasources: {},
      panels: {},
      apps: {},
    },
    user: { orgId: 1, timezone: 'utc', locale: 'en-US', language: 'en-US' },
    navTree: [],
  };
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><base href="/"><title>Gatewaylens workbench</title>',
    '<link rel="icon" href="/public/plugins/gatewaylens-apim-app/img/logo.svg">',
    `<link rel="stylesheet" href="/workbench/page.css"><style>${BASE}</style>`,
    `<script>window.grafanaBootData=${JSON.stringify(bootData)}</script></head>`,
    '<body><div id="root"></div><script src="/workbench/page.js"></script></body></html>',
  ].join('\n');
}
