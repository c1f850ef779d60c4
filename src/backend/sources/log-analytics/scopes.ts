/**
 * Workspaces and API Management instances that the identity may list, as Azure Resource Graph knows them over all
 * subscriptions: https://learn.microsoft.com/rest/api/azureresourcegraph/resourcegraph/resources/resources
 */
import { GatewaylensError } from '../../../core/errors';
import type { ListedScopes, LogScope } from '../../../core/settings';
import { errorIn, statusOf, told } from './azure-error';
import type { AzureClient } from './client';
import { TransportError } from './http-client';
import { within } from './within';

const PATH = '/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01';
const TYPES = {
  'microsoft.operationalinsights/workspaces': 'workspace',
  'microsoft.apimanagement/service': 'instance',
} as const;
const QUERY = [
  'resources',
  `| where type in~ (${Object.keys(TYPES).map((type) => `"${type}"`).join(', ')})`,
  '| project id, name, type, location, resourceGroup, subscriptionId, workspaceId = tostring(properties.customerId)',
  '| order by name asc, id asc',
].join('\n'); // prettier-ignore
/** As many as Azure gives at once, and as often as that is asked for. */
const [PAGE, MOST_PAGES] = [1000, 10];

interface Page {
  readonly found: readonly LogScope[];
  readonly next: string | undefined;
}

/**
 * @param manager address of Azure Resource Manager, the only one that gets the token
 * @throws GatewaylensError
 */
export async function listScopes(
  client: AzureClient,
  manager: string | undefined,
  seconds: number,
  signal: AbortSignal,
): Promise<ListedScopes> {
  if (manager === undefined) {
    throw unavailable(
      'the address of Azure Resource Manager is not known for other logins than a cloud’s own',
    );
  }
  try {
    return await within(seconds * 1000, signal, (either) => pages(client, `${manager}${PATH}`, either));
  } catch (problem) {
    throw listingError(problem, new URL(manager).host, seconds);
  }
}

async function pages(client: AzureClient, url: string, signal: AbortSignal): Promise<ListedScopes> {
  const found: LogScope[] = [];
  let skip: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const options = { resultFormat: 'objectArray', $top: PAGE, ...(skip === undefined ? {} : { $skipToken: skip }) };
    const one = pageIn(await client.manage(url, { query: QUERY, options }, signal));
    found.push(...one.found);
    skip = one.next;
    if (skip === undefined) {
      break;
    }
  }
  return { scopes: found, areAll: skip === undefined };
} // prettier-ignore

function listingError(problem: unknown, host: string, seconds: number): GatewaylensError {
  if (problem instanceof GatewaylensError) {
    return problem.code === 'azure-too-slow' ? unavailable(`no answer within ${seconds} s`) : problem;
  }
  if (problem instanceof TransportError) {
    return unavailable(`${host} cannot be reached (${problem.code})`);
  }
  const body = (problem as { response?: { bodyAsText?: string | null } }).response?.bodyAsText ?? '';
  const error = errorIn(body);
  return unavailable(error ? told(error) : `what came from ${host} is no answer (${statusOf(problem) ?? 'no status'})`);
} // prettier-ignore

const unavailable = (problem: string) => new GatewaylensError('scopes-unavailable', { problem });

function pageIn(body: string): Page {
  const { data, $skipToken: next } = objectIn(body);
  if (!Array.isArray(data)) {
    throw unavailable('the answer holds no list');
  }
  return {
    found: data.flatMap((row: unknown) => scopeIn(row)),
    next: typeof next === 'string' && next !== '' ? next : undefined,
  };
}

function objectIn(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Rows of something else are none of ours. */
function scopeIn(row: unknown): readonly LogScope[] {
  const read = (name: string) => {
    const value = (row as Readonly<Record<string, unknown>> | null)?.[name];
    return typeof value === 'string' ? value : '';
  };
  const kind = TYPES[read('type').toLowerCase() as keyof typeof TYPES];
  if (!kind || !read('id').startsWith('/subscriptions/')) {
    return [];
  }
  const workspaceId = read('workspaceId');
  return [
    {
      kind,
      name: read('name'),
      id: read('id'),
      ...(kind === 'workspace' && workspaceId !== '' ? { workspaceId } : {}),
      location: read('location'),
      resourceGroup: read('resourceGroup'),
      subscription: read('subscriptionId'),
    },
  ];
}
