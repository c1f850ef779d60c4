/** One request to the query service: its turn, its deadline, its repetitions, and what came of it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { LogsQueryOptions } from '@azure/monitor-query';
import type { Gate } from '../../concurrency';
import type { TimeRange } from '../../../core/plan';
import { answerIn } from './answer';
import { azureError, retryAfter, statusOf, type Circumstances } from './azure-error';
import type { AzureClient } from './client';
import { TransportError } from './http-client';
import type { Scope } from './scope';
import { within } from './within';

export interface Request {
  readonly kql: string;
  /** What the query reads lies within; from and to, milliseconds since 1970. */
  readonly timespan: TimeRange;
  /** Of a query that somebody wrote by hand: lines that were put before it. */
  readonly linesBefore?: number;
  /** Answers that the service has kept are no good. */
  readonly isFresh: boolean;
  /** Requests of a lane wait for each other, lanes take turns. */
  readonly lane: string;
  /** When it is given up, as `performance.now()` tells the time. */
  readonly deadline: number;
}

export interface Reply {
  readonly columns: readonly string[];
  readonly types: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  /** Why it is incomplete. */
  readonly partial: string | undefined;
  /** ms that it waited for its turn, and that it took from then on. */
  readonly waitedMs: number;
  readonly tookMs: number;
  /** How long the service had kept it, ms. */
  readonly ageMs: number;
}

interface Way {
  readonly client: () => Promise<AzureClient>;
  readonly scope: Scope;
  readonly gate: Gate;
  readonly host: string;
  readonly tables: readonly string[];
}

/** The server gives up so much earlier than we do, s. */
const MARGIN = 2;
/** Keep what the service has kept no longer than this, s. */
const MAX_AGE = 30;
const ATTEMPTS = 3;
const PAUSE_MS = 500;
const now = () => performance.now();

/** @throws GatewaylensError */
export async function send(request: Request, way: Way, signal: AbortSignal): Promise<Reply> {
  const begun = now();
  const about: Circumstances = { host: way.host, tables: way.tables, seconds: Math.max(1, Math.round((request.deadline - begun) / 1000)), linesBefore: request.linesBefore };
  const inTurn = async (either: AbortSignal) => {
    // A login that does not answer keeps no place.
    await (await way.client()).ready();
    const asked = now();
    const task = async () => {
      const entered = now();
      const result = await attempts(request, way, either);
      return { ...result, waitedMs: entered - asked, tookMs: now() - entered };
    };
    return way.gate.through(either, task, request.lane);
  };
  try {
    return await within(request.deadline - begun, signal, inTurn);
  } catch (problem) {
    throw azureError(problem, about);
  }
} // prettier-ignore

type Result = Pick<Reply, 'columns' | 'types' | 'rows' | 'partial' | 'ageMs'>;

async function attempts(request: Request, way: Way, signal: AbortSignal): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(request, way, signal);
    } catch (problem) {
      const pause = signal.aborted || attempt === ATTEMPTS ? undefined : pauseAfter(problem, attempt);
      // The server needs a second at least, and we the margin.
      if (pause === undefined || now() + pause + (MARGIN + 1) * 1000 > request.deadline) {
        throw problem;
      }
      await sleep(pause, undefined, { signal });
    }
  }
}

/** @returns ms to wait before it is worth trying again; undefined when it is not */
function pauseAfter(problem: unknown, attempt: number): number | undefined {
  const pause = PAUSE_MS * attempt;
  if (problem instanceof TransportError) {
    const isPassing =
      problem.reason === 'broken' || /^(ECONNRESET|EPIPE|ETIMEDOUT)$|HTTP 50[23]$/.test(problem.code);
    return isPassing ? (problem.wasKept ? 0 : pause) : undefined;
  }
  switch (statusOf(problem)) {
    case 429:
      return retryAfter(problem, Date.now()) ?? pause * 2;
    case 502:
    case 503:
      return retryAfter(problem, Date.now()) ?? pause;
    default:
      return undefined;
  }
}

async function once(request: Request, { client, scope, host }: Way, signal: AbortSignal): Promise<Result> {
  const { logs, bodyOf } = await client();
  let [ageMs, body] = [0, ''];
  const options: LogsQueryOptions = {
    abortSignal: signal,
    serverTimeoutInSeconds: Math.max(1, Math.floor((request.deadline - now()) / 1000) - MARGIN),
    requestOptions: {
      customHeaders: {
        'Cache-Control': request.isFresh ? 'no-cache' : `max-age=${MAX_AGE}`,
        'x-ms-app': 'gatewaylens',
      },
    },
    onResponse: (response) => {
      ageMs = ageOf(response.headers.get('age'));
      body = bodyOf(response.request);
    },
  };
  try {
    await ask(logs, scope, request, options);
  } catch (problem) {
    if (statusOf(problem) === 204) {
      return { columns: [], types: [], rows: [], partial: undefined, ageMs };
    }
    throw problem;
  }
  return { ...answerIn(body, host), ageMs };
}

/** @param age in seconds, as caches say it */
const ageOf = (age = '0') => (/^\d{1,9}$/.test(age) ? Number(age) * 1000 : 0);

async function ask(
  logs: AzureClient['logs'],
  scope: Scope,
  { kql, timespan: { from, to } }: Request,
  options: LogsQueryOptions,
): Promise<void> {
  const timespan = { startTime: new Date(from), endTime: new Date(to) };
  const more = scope.others.length > 0 ? { ...options, additionalWorkspaces: [...scope.others] } : options;
  await (scope.kind === 'workspace'
    ? logs.queryWorkspace(scope.id, kql, timespan, more)
    : logs.queryResource(scope.id, kql, timespan, more));
}
