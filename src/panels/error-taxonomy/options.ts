import type { PlotOptions } from '../../ui/plot-options';

export interface TaxonomyOptions extends PlotOptions {
  /** Mark the episodes above the graph. */
  readonly showEpisodes: boolean;
  /** Whether families are shown as one at first; everybody can unfold them. */
  readonly families: 'open' | 'folded';
}
