import type { Catalogue } from '../../core/scenarios';
import type { LogSource } from '../sources/log-source';

/** A configured data source at work. */
export interface Instance {
  readonly source: LogSource;
  readonly catalogue: Catalogue;
  /** The clock, milliseconds since 1970. */
  readonly now: () => number;
}
