import type { PlotOptions } from '../../ui/plot-options';

export interface ConnectionOptions extends PlotOptions {
  /** Failures over time above the matrix, where there is room. */
  readonly showGraph: boolean;
  /** Mark the episodes above the graph. */
  readonly showEpisodes: boolean;
}
