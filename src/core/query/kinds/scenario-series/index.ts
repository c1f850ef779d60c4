import type { ScenarioSeriesQuery } from '../../model';
import type { Kind } from '../kind';
import { frames } from './frames';
import { plans } from './plans';

export const scenarioSeries: Kind<ScenarioSeriesQuery> = { title: 'Failures by scenario', plans, frames };
