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
  /** Whether what it was made from, beside the settings, is still the same; left out where there is no such thing. */
  readonly isCurrent?: () => Promise<boolean>;
}
