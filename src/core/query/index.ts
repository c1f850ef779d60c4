export { completeQuery, describeQuery, type StoredQuery } from './complete';
export { DEFAULT_KIND, queryTypes, type Query, type QueryKind, type QueryOf } from './kinds/queries';
export { MOST_SERIES, type ScenarioSeriesQuery } from './kinds/scenario-series/query';
export { CATALOGUE_PATH } from './links';
export { migrate } from './migrate';
export { steps, type FailureChoice, type Filter, type Step } from './model';
export { scenarioCards } from './scenario-card';
