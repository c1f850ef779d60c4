import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { asGatewaylensError, type ErrorCode } from '../../core/errors';

/**
 * Numbers of this process for Grafana’s /metrics/plugins. Labels take names that the plugin knows only, never text of a
 * query or a log.
 */
export interface Metrics {
  /** Counts the query and how it ended, and takes its time. */
  query<T>(kind: string, task: () => Promise<T>): Promise<T>;
  /** Counts a request to a source, and how it ended. */
  downstream<T>(source: string, task: () => Promise<T>): Promise<T>;
  /** Counts plans that were answered with what had been read before they were asked. */
  cacheHits(source: string, plans: number): void;
  error(code: ErrorCode): void;
  /** In the text format of Prometheus. */
  text(): Promise<string>;
}

/** Seconds: most answers take less than one, and Grafana gives up after some 30. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** @param memory how much this process uses, bytes */
export function createMetrics(memory: () => NodeJS.MemoryUsage): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const counter = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Counter({ name: `gatewaylens_${name}`, help, labelNames, registers });
  const queries = counter('queries_total', 'Queries by kind and outcome.', ['kind', 'outcome']);
  const requests = counter('downstream_requests_total', 'Requests to sources of logs by outcome.', ['source', 'outcome']);
  const hits = counter('cache_hits_total', 'Plans of queries answered with what had been read before they were asked.', ['source']);
  const errors = counter('errors_total', 'Errors of queries, resources and health checks by code.', ['code']);
  const durations = new Histogram({
    name: 'gatewaylens_query_duration_seconds',
    help: 'How long queries took.',
    labelNames: ['kind'],
    buckets: BUCKETS,
    registers,
  });
  memoryGauge(registry, memory);
  return {
    query: async (kind, task) => {
      const end = durations.startTimer({ kind });
      try {
        return await counted(task, (outcome) => queries.inc({ kind, outcome }));
      } finally {
        end();
      }
    },
    downstream: (source, task) => counted(task, (outcome) => requests.inc({ source, outcome })),
    cacheHits: (source, plans) => hits.inc({ source }, plans),
    error: (code) => errors.inc({ code }),
    text: () => registry.metrics(),
  };
} // prettier-ignore

function memoryGauge(registry: Registry, memory: () => NodeJS.MemoryUsage): void {
  new Gauge({
    name: 'gatewaylens_memory_bytes',
    help: 'Memory of the process: all of it (resident), and of that objects (heap) and buffers (external).',
    labelNames: ['part'],
    registers: [registry],
    collect() {
      const { rss, heapUsed, external } = memory();
      this.set({ part: 'resident' }, rss);
      this.set({ part: 'heap' }, heapUsed);
      this.set({ part: 'external' }, external);
    },
  });
}

type Outcome = 'ok' | 'error' | 'cancelled';

async function counted<T>(task: () => Promise<T>, count: (outcome: Outcome) => void): Promise<T> {
  try {
    const result = await task();
    count('ok');
    return result;
  } catch (problem) {
    count(asGatewaylensError(problem).code === 'cancelled' ? 'cancelled' : 'error');
    throw problem;
  }
}
