import type { GatewaylensError } from '../../core/errors';
import type { LogSource } from './log-source';

/** Stands for a source that settings do not allow: everything else of the data source works, and says why this does not. */
export function refusingSource(why: GatewaylensError): LogSource {
  return {
    answers: () => Promise.reject(why),
    written: () => Promise.reject(why),
    check: () => Promise.reject(why),
    dispose: () => Promise.resolve(),
  };
}
