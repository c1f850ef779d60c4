export { APP_ID, runbookPath } from './links';
export { completeQuery } from './complete';
export { kindOf, type QueryContext } from './kinds';
export { migrate } from './migrate';
export {
  defaultQuery,
  steps,
  type Filter,
  type Query,
  type ScenarioSeriesQuery,
  type Step,
  type StoredQuery,
} from './model';
export { scenarioCards } from './scenario-card';
