/**
 * What carries the requests of Azure's libraries. Theirs waits for ever when an answer breaks off in its middle (what they
 * pipe it through never hears of it), and has no limit of size.
 */
import http from 'node:http';
import https from 'node:https';
import { Writable, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { TLSSocket } from 'node:tls';
import { createGunzip, createInflate } from 'node:zlib';
import type { HttpClient, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';

/** Why a request had no answer that could be read to its end. */
export class TransportError extends Error {
  readonly reason: 'unreachable' | 'broken' | 'too-large';
  /** Of the system, such as ECONNREFUSED. */
  readonly code: string;

  /** Whether the connection had been kept from before: the other side may just have closed it. */
  readonly wasKept: boolean;

  constructor(reason: TransportError['reason'], code: string, wasKept = false) {
    super(`${reason} (${code})`);
    this.wasKept = wasKept;
    this.name = 'TransportError';
    this.reason = reason;
    this.code = code;
  }
}

interface Options {
  /** Most bytes of an answer, decompressed. */
  readonly maxBytes: number;
  readonly ca: string | undefined;
}

/** @param headers makes the libraries' own kind of headers, which are loaded later than this */
export function httpClient(
  { maxBytes, ca }: Options,
  headers: (given: Record<string, string>) => PipelineResponse['headers'],
): HttpClient & { close(): void } {
  const agent = new https.Agent({ keepAlive: true, maxSockets: 64, ...(ca === undefined ? {} : { ca }) });
  return {
    sendRequest: async (request) => {
      const { signal, isLate, leave } = heard(request);
      try {
        const answer = await begun(request, { own: agent, ca, signal });
        const bodyAsText = await bodyOf(answer, maxBytes, signal);
        return {
          request,
          status: answer.statusCode ?? 0,
          headers: headers(plainHeaders(answer)),
          bodyAsText,
        };
      } catch (problem) {
        throw isLate()
          ? new TransportError('unreachable', `no answer for ${request.timeout / 1000} s`)
          : problem;
      } finally {
        leave();
      }
    },
    close: () => agent.destroy(),
  };
}

interface Way {
  readonly own: https.Agent;
  readonly ca: string | undefined;
  readonly signal: AbortSignal;
}

/** The beginning of the answer. A proxy comes as an agent of the request. */
function begun(request: PipelineRequest, { own, ca, signal }: Way): Promise<http.IncomingMessage> {
  const url = new URL(request.url);
  const isSecure = url.protocol === 'https:';
  if (!isSecure && !request.allowInsecureConnection) {
    throw new TransportError('unreachable', 'HTTP_NOT_ALLOWED');
  }
  const agent = request.agent ?? (isSecure ? own : undefined);
  return new Promise((resolve, reject) => {
    const sent = (isSecure ? https : http).request(url, {
      method: request.method,
      headers: { ...request.headers.toJSON(), 'accept-encoding': 'gzip, deflate' },
      ...(agent ? { agent: agent as http.Agent } : {}),
      ...(ca === undefined ? {} : { ca }),
      signal,
    });
    sent.once('response', (answer) => {
      // The library hands on what a proxy says in place of a connection, a 204 among it, as if it came from the other side.
      if (isSecure && !(answer.socket as Partial<TLSSocket>).encrypted) {
        sent.destroy();
        reject(new TransportError('unreachable', `the proxy says HTTP ${answer.statusCode}`));
      }
      resolve(answer);
    });
    sent.once('error', (problem) => reject(unreachable(problem, request, sent.reusedSocket)));
    sent.end(request.body as string | undefined);
  });
} // prettier-ignore

function unreachable(
  { code = 'unknown' }: NodeJS.ErrnoException,
  { abortSignal }: PipelineRequest,
  wasKept: boolean,
): Error {
  if (abortSignal?.aborted) {
    return aborted();
  }
  // What answers there does not speak HTTP.
  return new TransportError(code.startsWith('HPE_') ? 'broken' : 'unreachable', code, wasKept);
}

async function bodyOf(
  answer: http.IncomingMessage,
  maxBytes: number,
  signal: AbortSignal,
): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  const kept = new Writable({
    write: (piece: Buffer, _, next) => {
      size += piece.length;
      pieces.push(piece);
      next(size > maxBytes ? new TransportError('too-large', 'SIZE') : null);
    },
  });
  try {
    const decoder = decoderOf(answer.headers['content-encoding']);
    await (decoder ? pipeline(answer, decoder, kept, { signal }) : pipeline(answer, kept, { signal }));
  } catch (problem) {
    throw problem instanceof TransportError
      ? problem
      : signal.aborted
        ? aborted()
        : new TransportError('broken', (problem as NodeJS.ErrnoException).code ?? 'unknown');
  }
  return Buffer.concat(pieces).toString('utf8');
} // prettier-ignore

function decoderOf(encoding: string | undefined): (NodeJS.ReadWriteStream & Readable) | undefined {
  return encoding === 'gzip' ? createGunzip() : encoding === 'deflate' ? createInflate() : undefined;
}

interface Heard {
  readonly signal: AbortSignal;
  /** Whether it took longer than the request may. */
  readonly isLate: () => boolean;
  /** Nobody listens to the libraries’ signal from then on: it may live longer than the request. */
  readonly leave: () => void;
}

/** The libraries have signals of a kind of their own, too. */
function heard({ abortSignal, timeout }: PipelineRequest): Heard {
  const controller = new AbortController();
  let isLate = false;
  const abort = () => controller.abort();
  const late = () => ((isLate = true), abort());
  const timer = timeout > 0 ? setTimeout(late, timeout) : undefined;
  if (abortSignal?.aborted) {
    abort();
  }
  abortSignal?.addEventListener('abort', abort);
  const leave = () => (clearTimeout(timer), abortSignal?.removeEventListener('abort', abort));
  return { signal: controller.signal, isLate: () => isLate, leave };
}

/** The libraries know an abortion by its name. */
function aborted(): Error {
  return Object.assign(new Error('The request was aborted.'), { name: 'AbortError' });
}

function plainHeaders({ headers }: http.IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}
