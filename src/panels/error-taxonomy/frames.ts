/** What our data source sends along with its frames; frames of others have none, or something else. */
import type { DataFrame } from '@grafana/data';
import type { SeriesCustom, TaxonomyCustom } from '../../core/frames';

export function seriesCustom({ meta }: DataFrame): SeriesCustom | undefined {
  const custom = meta?.custom as Partial<SeriesCustom> | undefined;
  const isOurs =
    custom?.kind === 'scenario-series' &&
    [custom.episodes, custom.outcomes, custom.incomplete].every(Array.isArray) &&
    [custom.totals, custom.scenarios].every(isRecord);
  return isOurs ? (custom as SeriesCustom) : undefined;
}

export function taxonomyCustom({ meta }: DataFrame): TaxonomyCustom | undefined {
  const custom = meta?.custom as Partial<TaxonomyCustom> | undefined;
  const isOurs =
    custom?.kind === 'taxonomy' &&
    Array.isArray(custom.outcomes) &&
    [custom.totals, custom.scenarios].every(isRecord);
  return isOurs ? (custom as TaxonomyCustom) : undefined;
}

const isRecord = (part: unknown) => typeof part === 'object' && part !== null;
