import type { LegendDisplayMode } from '@grafana/schema';

export interface TaxonomyOptions {
  readonly legend: {
    readonly showLegend: boolean;
    readonly displayMode: 'list' | 'table';
    readonly placement: 'bottom' | 'right';
  };
  /** Mark the episodes above the graph. */
  readonly showEpisodes: boolean;
}

/** Grafana's enum by its values; the package that defines it is not shared with plugins at run time. */
export const LEGEND_MODES = {
  list: 'list' as LegendDisplayMode.List,
  table: 'table' as LegendDisplayMode.Table,
} as const;
