import type { Kind } from '../kind';
import { fields } from './fields';
import { frames } from './frames';
import { plans } from './plans';
import { connectionFailuresQuery, type ConnectionFailuresQuery } from './query';

export const connectionFailures: Kind<ConnectionFailuresQuery> = {
  ...connectionFailuresQuery,
  fields,
  plans,
  frames,
};
