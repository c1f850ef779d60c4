import type { DataFrame, DataQueryResponse, DataQueryResponseData } from '@grafana/data';
import { APP_PATH } from '../core/query';
import { withAsked } from '../ui/asked-conditions';
import { addConditions } from '../ui/condition-parameter';
import { shownConditions, type Condition } from '../ui/shown-conditions';
import type { GatewaylensQuery } from './query';

/**
 * Frames lead to pages about the data source and the requests that they are of, not about whichever are the default or
 * what the variables of the dashboard say alone.
 * @param queries as they were sent, with variables and the dashboard’s filters
 */
export function withSource(
  response: DataQueryResponse,
  uid: string,
  queries: readonly GatewaylensQuery[],
): DataQueryResponse {
  return {
    ...response,
    data: response.data.map((data: DataQueryResponseData) => {
      const frame = data as DataFrame;
      const query = queries.find(({ refId }) => refId === frame.refId) ?? queries[0];
      return ofSource(
        frame,
        uid,
        shownConditions(query?.where, (text) => text),
      );
    }),
  };
}

function ofSource(frame: DataFrame, uid: string, where: readonly Condition[]): DataFrame {
  return withAsked(
    {
      ...frame,
      fields: frame.fields.map((field) =>
        field.config.links
          ? {
              ...field,
              config: {
                ...field.config,
                links: field.config.links.map((link) => ({ ...link, url: pageOf(link.url, uid, where) })),
              },
            }
          : field,
      ),
    },
    { ds: uid, where },
  );
}

/** How the backend, which does not know the dashboard’s filters, says what to carry over. */
const CARRIED = '&${__all_variables}';

function pageOf(url: string, uid: string, where: readonly Condition[]): string {
  if (!url.startsWith(`${APP_PATH}/`)) {
    return url;
  }
  const params = new URLSearchParams();
  addConditions(params, where);
  const conditions = params.size > 0 ? `&${params.toString()}` : '';
  return url.replace('?', `?ds=${encodeURIComponent(uid)}&`).replace(CARRIED, () => conditions);
}
