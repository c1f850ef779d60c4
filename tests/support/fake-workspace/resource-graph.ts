/** Azure Resource Graph as far as a picker meets it: pages of what an identity may list. */
export const RESOURCE_GRAPH = '/providers/Microsoft.ResourceGraph/resources';

const group = '/subscriptions/5ub5c819-0000-4000-8000-000000000001/resourceGroups/monitoring/providers';

export interface ListedRow {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly location: string;
  readonly resourceGroup: string;
  readonly subscriptionId: string;
  readonly workspaceId: string;
}

const row = (type: string, name: string, workspaceId = ''): ListedRow => ({
  id: `${group}/${type}/${name}`,
  name,
  type: type.toLowerCase(),
  location: 'westeurope',
  resourceGroup: 'monitoring',
  subscriptionId: group.split('/')[2]!,
  workspaceId,
});

/** @param workspaceId of the workspace that there is */
export const usualListing = (workspaceId: string): readonly ListedRow[] => [
  row('Microsoft.ApiManagement/service', 'contoso'),
  row('Microsoft.ApiManagement/service', 'fabrikam'),
  row('Microsoft.OperationalInsights/workspaces', 'logs', workspaceId),
];

/** Two at a time, so that there are pages. */
const PAGE = 2;

export function graphAnswer(rows: readonly ListedRow[], body: string): object {
  const { options } = JSON.parse(body) as { readonly options?: { readonly $skipToken?: string } };
  const from = Number(options?.$skipToken ?? 0);
  const isMore = from + PAGE < rows.length;
  return {
    totalRecords: rows.length,
    count: Math.min(PAGE, rows.length - from),
    resultTruncated: 'false',
    data: rows.slice(from, from + PAGE),
    facets: [],
    ...(isMore ? { $skipToken: String(from + PAGE) } : {}),
  };
}
