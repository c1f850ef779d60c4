/** Query strings of addresses may carry keys: they are for who may edit, not for viewers and public dashboards. */
import { GatewaylensError } from '../../core/errors';
import type { Notice } from '../../core/frames';
import type { Query } from '../../core/query';
import type { RequestContext } from '../messages';

type Asker = Pick<RequestContext, 'user'>;

/** Nobody is known where an alert rule, a public dashboard or an anonymous visitor asks. */
const maySee = ({ user }: Asker) => user?.role === 'Editor' || user?.role === 'Admin';

/** @throws GatewaylensError where they are asked for by somebody who may not see them */
export function checkQueryStrings(asked: boolean, asker: Asker): void {
  if (asked && !maySee(asker)) {
    throw new GatewaylensError('editors-only');
  }
}

/** The query as this asker may ask it: an editor’s panel works for viewers too, with addresses cut. */
export function permitted(query: Query, asker: Asker): { readonly query: Query; readonly notices: readonly Notice[] } {
  if (!('queryStrings' in query) || !query.queryStrings || maySee(asker)) {
    return { query, notices: [] };
  }
  const text = 'Query strings of addresses are left out: they are shown to editors only.';
  return { query: { ...query, queryStrings: false }, notices: [{ severity: 'info', text }] };
} // prettier-ignore
