/** Azure Resource Manager as far as Grafana’s own data source meets it: subscriptions, and the workspaces of one. */
import type { ListedRow } from './resource-graph';

const WORKSPACES = '/providers/microsoft.operationalinsights/workspaces';

/** @returns undefined where another service is asked */
export function managed(rows: readonly ListedRow[], url: string): object | undefined {
  const [path = ''] = url.toLowerCase().split('?');
  const [, subscription = '', rest] = /^\/subscriptions(?:\/([^/]+))?(\/.*)?$/.exec(path) ?? [];
  if (/^\/subscriptions\/?$/.test(path)) {
    const ids = new Set(rows.map(({ subscriptionId }) => subscriptionId));
    return { value: [...ids].map((id) => ({ id: `/subscriptions/${id}`, subscriptionId: id, displayName: 'Contoso' })) };
  }
  if (rest !== WORKSPACES) {
    return undefined;
  }
  const of = rows.filter(({ id, subscriptionId }) => subscriptionId === subscription && id.toLowerCase().includes(WORKSPACES));
  return { value: of.map(({ id, name, type, location, workspaceId }) => ({ id, name, type, location, properties: { customerId: workspaceId } })) };
} // prettier-ignore
