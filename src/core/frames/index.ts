export { amongTitles, ESTIMATE, OTHER_SERIES, UNCLASSIFIED_SERIES } from './contract';
export type {
  ConnectionCustom,
  Episode,
  ScenarioCard,
  SeriesCustom,
  TaxonomyCustom,
  TimingCustom,
  TimingSummary,
  TimingWall,
} from './contract';
export { END_OF_TIME, isInReach } from './reach';
export type { DataLink, Field, FieldConfig, Frame, FrameMeta, Notice, Stat } from './frame';
