import type { LogSource, SourceAnswer } from '../sources/log-source';
import type { Metrics } from './metrics';

/**
 * The same source, with its requests counted, and the answers that were there already.
 * @param name of the kind of source
 * @param clock milliseconds since any point in time
 */
export function measuredSource(
  source: LogSource,
  name: string,
  metrics: Metrics,
  clock: () => number,
): LogSource {
  const { written } = source;
  return {
    answers: async (plans, signal, forAlert) => {
      const asked = clock();
      const answers = await metrics.downstream(name, () => source.answers(plans, signal, forAlert));
      metrics.cacheHits(name, answers.filter(isOlderThan(clock() - asked)).length);
      return answers;
    },
    ...(written
      ? {
          written: (plan, signal, forAlert) =>
            metrics.downstream(name, () => written.call(source, plan, signal, forAlert)),
        }
      : {}),
    check: (signal) => metrics.downstream(name, () => source.check(signal)),
    ...(source.scopes ? { scopes: (signal) => metrics.downstream(name, () => source.scopes!(signal)) } : {}),
    dispose: () => source.dispose(),
  };
}

const isOlderThan =
  (ms: number) =>
  ({ reading }: SourceAnswer): boolean =>
    reading !== undefined && reading.ageMs > ms;
