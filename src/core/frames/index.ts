export { seriesLabels, type Episode, type ScenarioCard, type SeriesCustom } from './contract';
export type { DataLink, Field, FieldConfig, Frame, FrameMeta, Notice } from './frame';
