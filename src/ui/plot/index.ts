export { brief } from './brief';
export { marksOf, type EpisodeMark } from './episode-marks';
export { countOf, formatOf } from './format';
export { shownOf, useIsolation, type Isolate } from './isolation';
export {
  finite,
  isCount,
  layerOf,
  leastStep,
  merged,
  type HiddenFrom,
  type Layer,
  type Pattern,
} from './layer';
export { MarkedPlot } from './MarkedPlot';
export { usePanelPlot } from './panel-plot';
export { PlotLegend } from './PlotLegend';
export { isTimed, MOST_LAYERS, seriesOf } from './series';
export { Swatch } from './Swatch';
export type { Level } from './levels';
export type { TooltipMode } from './tooltip-rows';
