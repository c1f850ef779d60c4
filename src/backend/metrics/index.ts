export { measuredSource } from './measured-source';
export { createMetrics, type Metrics } from './metrics';
