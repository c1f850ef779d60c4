import { GatewaylensError } from '../../core/errors';
import type { LogSource } from '../sources/log-source';
import { measuredSource } from './measured-source';
import { createMetrics } from './metrics';

const memory = () => ({ rss: 300, heapTotal: 200, heapUsed: 100, external: 50, arrayBuffers: 20 });

it('tells queries, requests, errors and memory, and nothing of what they were about', async () => {
  const metrics = createMetrics(memory);
  const failing = (code: 'cancelled' | 'internal') => () =>
    Promise.reject(new GatewaylensError(code, { problem: 'secret' }));
  expect(await metrics.query('taxonomy', async () => 'answer')).toBe('answer');
  await expect(metrics.query('taxonomy', failing('internal'))).rejects.toThrow('secret');
  await expect(metrics.query('timing', failing('cancelled'))).rejects.toThrow('cancelled');
  await metrics.downstream('files', async () => undefined);
  await expect(metrics.downstream('demo', failing('internal'))).rejects.toThrow('secret');
  metrics.error('internal');
  const lines = (await metrics.text()).split('\n');
  expect(lines.filter((line) => line !== '' && !/^#|_bucket|_sum/.test(line))).toEqual([
    'gatewaylens_queries_total{kind="taxonomy",outcome="ok"} 1',
    'gatewaylens_queries_total{kind="taxonomy",outcome="error"} 1',
    'gatewaylens_queries_total{kind="timing",outcome="cancelled"} 1',
    'gatewaylens_downstream_requests_total{source="files",outcome="ok"} 1',
    'gatewaylens_downstream_requests_total{source="demo",outcome="error"} 1',
    'gatewaylens_errors_total{code="internal"} 1',
    'gatewaylens_query_duration_seconds_count{kind="taxonomy"} 2',
    'gatewaylens_query_duration_seconds_count{kind="timing"} 1',
    'gatewaylens_memory_bytes{part="resident"} 300',
    'gatewaylens_memory_bytes{part="heap"} 100',
    'gatewaylens_memory_bytes{part="external"} 50',
  ]);
  expect(lines.join()).not.toContain('secret');
});

it('counts the plans whose answers had been read before they were asked', async () => {
  const metrics = createMetrics(memory);
  let now = 0;
  const ages = [undefined, 0, 99, 101, 5000];
  const source = {
    answers: async () => {
      now += 100;
      return ages.map((ageMs) => ({ reading: ageMs === undefined ? undefined : { ageMs } }));
    },
  };
  const measured = measuredSource(source as unknown as LogSource, 'log-analytics', metrics, () => now);
  expect(await measured.answers([], new AbortController().signal)).toHaveLength(ages.length);
  expect(await metrics.text()).toContain('gatewaylens_cache_hits_total{source="log-analytics"} 2\n');
});
