export { EpisodeLane, laneHeight } from './EpisodeLane';
export { marksOf, type EpisodeMark } from './episode-marks';
export { formatOf } from './format';
export { laneLayout } from './lane-layout';
export { finite, layerOf, leastStep, type Layer } from './layer';
export { AXIS_WIDTH, SeriesPlot } from './SeriesPlot';
