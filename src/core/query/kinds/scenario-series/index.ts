import type { Kind } from '../kind';
import { fields } from './fields';
import { frames } from './frames';
import { plans } from './plans';
import { scenarioSeriesQuery, type ScenarioSeriesQuery } from './query';

export const scenarioSeries: Kind<ScenarioSeriesQuery> = {
  ...scenarioSeriesQuery,
  fields,
  plans,
  anyOrder: true,
  frames,
};
