/** Pages of Azure's portal that show what a query shows. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { TimeRange } from '../../../core/plan';
import type { Scope } from './scope';

const zipped = promisify(gzip);

/**
 * The Logs page with this query and range. Its range and the conditions of the query intersect, so both say it.
 * @param resource id of the workspace or instance that is asked
 */
export async function logsPage(portal: string, resource: string, kql: string, range: TimeRange): Promise<string> {
  const query = (await zipped(kql)).toString('base64');
  const timespan = [range.from, range.to].map((time) => new Date(time).toISOString()).join('/');
  const parts = [
    ['resourceId', `/${resource.replace(/^\//, '')}`],
    ['source', 'LogsBlade.AnalyticsShareLinkToQuery'],
    ['q', query],
    ['timespan', timespan],
  ].map(([name, value = '']) => `${name}/${encodeURIComponent(value)}`);
  return `${portal}/#blade/Microsoft_Azure_Monitoring_Logs/LogsBlade/${parts.join('/')}`;
} // prettier-ignore

/** Address of an instance's page but for its resource id. */
export const instancePage = (portal: string) => `${portal}/#resource`;

/** The one workspace or instance whose Logs page answers the same; of a workspace the portal needs the resource id. */
export function pageOwner({ kind, id, others }: Scope): string | undefined {
  return kind === 'resource' && others.length === 0 ? id : undefined;
}
