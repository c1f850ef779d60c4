export { marksOf, type EpisodeMark } from './episode-marks';
export { formatOf } from './format';
export { finite, layerOf, leastStep, type Layer } from './layer';
export { MarkedPlot } from './MarkedPlot';
export { SeriesPlot } from './SeriesPlot';
