import type { WrittenPlan } from '../../../plan';
import { stepMs } from '../../buckets';
import { conditions } from '../../choice';
import type { Kind, QueryContext } from '../kind';
import { fields } from './fields';
import { frames } from './frames';
import { kqlQuery, type KqlQuery } from './query';

export const kql: Kind<KqlQuery> = {
  ...kqlQuery,
  fields,
  plans: () => [],
  written,
  frames,
};

function written(query: KqlQuery, { range, maxDataPoints }: QueryContext): WrittenPlan {
  const { text, variables, where, step, dashboardTime } = query;
  return {
    gives: 'written',
    range,
    where: conditions(where),
    text,
    variables,
    stepMs: stepMs(step, range, maxDataPoints),
    isBounded: dashboardTime,
  };
}
