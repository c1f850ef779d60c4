import type { PlotOptions } from '../../ui/plot-options';
import type { Among } from './parts';

export interface TimingOptions extends PlotOptions {
  /** Which requests are shown first; the panel itself lets everybody choose. */
  readonly among: Among;
  /** The three bars for the range as a whole. */
  readonly showWholeRange: boolean;
  /** p50, p95 and p99 of the total. */
  readonly showPercentiles: boolean;
}
