/** What our data source sends along with its frames; frames of others have none, or something else. */
import type { DataFrame } from '@grafana/data';
import type { SeriesCustom, TaxonomyCustom } from '../../core/frames';
import { isRecord, isTotals, sentCards, sentEpisodes } from '../../ui/sent-along';

export function seriesCustom({ meta }: DataFrame): SeriesCustom | undefined {
  const custom = meta?.custom as Partial<SeriesCustom> | undefined;
  if (custom?.kind !== 'scenario-series' || !isTold(custom)) {
    return undefined;
  }
  const { episodes, incomplete } = custom;
  return Array.isArray(episodes) && Array.isArray(incomplete)
    ? ({
        ...custom,
        episodes: sentEpisodes(episodes),
        scenarios: sentCards(custom.scenarios),
      } as SeriesCustom)
    : undefined;
}

export function taxonomyCustom({ meta }: DataFrame): TaxonomyCustom | undefined {
  const custom = meta?.custom as Partial<TaxonomyCustom> | undefined;
  return custom?.kind === 'taxonomy' && isTold(custom)
    ? ({ ...custom, scenarios: sentCards(custom.scenarios) } as TaxonomyCustom)
    : undefined;
}

type Told = Pick<SeriesCustom, 'totals' | 'outcomes' | 'scenarios'>;

const isTold = <T extends Partial<Told>>(custom: T): custom is T & Told =>
  isTotals(custom.totals) &&
  isRecord(custom.scenarios) &&
  Array.isArray(custom.outcomes) &&
  custom.outcomes.every((outcome: unknown) => outcome === 'failed' || outcome === 'masked');
