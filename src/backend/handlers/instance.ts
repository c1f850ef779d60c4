import type { MergedCatalogue } from '../../core/custom-scenarios';
import type { DataSourceSettings } from '../../core/settings';
import type { LogSource } from '../sources/log-source';

/** A configured data source at work. */
export interface Instance {
  readonly source: LogSource;
  readonly catalogue: MergedCatalogue;
  readonly settings: Pick<DataSourceSettings, 'services' | 'sampling'>;
  /** The clock, milliseconds since 1970. */
  readonly now: () => number;
}
