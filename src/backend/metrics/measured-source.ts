import type { LogSource } from '../sources/log-source';
import type { Metrics } from './metrics';

/** The same source, with its requests counted. @param name of the kind of source */
export function measuredSource(source: LogSource, name: string, metrics: Metrics): LogSource {
  const { written } = source;
  return {
    answers: (plans, signal, forAlert) =>
      metrics.downstream(name, () => source.answers(plans, signal, forAlert)),
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
