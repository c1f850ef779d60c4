import type { GatewaylensSettings } from './query';

/** Whether a data source answers queries that are written in KQL, and if not why. */
export type KqlAccess = 'allowed' | 'not-allowed' | 'not-here';

/** As the settings have it; the backend decides all the same. */
export function kqlAccess({ source, expertKql }: Partial<GatewaylensSettings>): KqlAccess {
  if (source !== 'log-analytics') {
    return 'not-here';
  }
  return expertKql === true ? 'allowed' : 'not-allowed';
}

/** What to tell where it does not. */
export const kqlRefusals: Readonly<Record<Exclude<KqlAccess, 'allowed'>, string>> = {
  'not-allowed':
    'Not allowed on this data source. Who may change it switches on “Queries in KQL” in its settings.',
  'not-here': 'For data sources that read Azure Log Analytics.',
};
