export { colourInFamily, familyColour, NEUTRAL_COLOUR, scenarioColour } from './colours';
export { completeQuery, defaultsOf, describeQuery, type StoredQuery } from './complete';
export {
  DEFAULT_KIND,
  isQueryKind,
  queryTypes,
  type Query,
  type QueryKind,
  type QueryOf,
} from './kinds/queries';
export { MOST_SERIES, type ScenarioSeriesQuery } from './kinds/scenario-series/query';
export { APP_PATH, CATALOGUE_PATH, runbookPath } from './links';
export { migrate } from './migrate';
export { loggedRowOf, loggedRowPlan } from './logged-row';
export { steps, type FailureChoice, type Filter, type Step } from './model';
export { scenarioCards } from './scenario-card';
export { withSampling } from './sampling';
export { valuesOf, valuesPlan, type ValuesAnswer, type ValuesQuery } from './values';
