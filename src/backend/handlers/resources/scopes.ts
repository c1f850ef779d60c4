import { GatewaylensError } from '../../../core/errors';
import type { Resource } from './resource';

/** What the data source could read, for who configures it: names of subscriptions are nothing for everybody. */
export const scopes: Resource = {
  method: 'GET',
  answer: async (_, { source }, { user }, signal) => {
    if (user?.role !== 'Admin') {
      throw new GatewaylensError('admins-only');
    }
    if (!source.scopes) {
      throw new GatewaylensError('scopes-unavailable', { problem: 'this source has nothing to choose from' });
    }
    return source.scopes(signal);
  },
};
